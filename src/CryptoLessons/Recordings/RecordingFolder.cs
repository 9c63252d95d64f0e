using System.Security.Cryptography;
using System.Text;

namespace CryptoLessons.Recordings;

/// <summary>All parts of one or more recordings, as they lie in a folder: every file of it whose name does not begin with a dot.</summary>
public sealed class RecordingFolder
{
    private RecordingFolder(IReadOnlyList<RecordedPart> parts) => (Parts, Digest) = (parts, DigestOf(parts));

    /// <summary>The parts, numbered in the ordinal order of their names.</summary>
    public IReadOnlyList<RecordedPart> Parts { get; }

    /// <summary>The SHA-256 of all names and checksums, in lower-case hex: other parts, or parts that were changed, have another.</summary>
    public string Digest { get; }

    /// <summary>Looks at beginning and end of every part, so that what is no whole recording is told before anything is done.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>The folder, or the sentence that says why it cannot be read.</returns>
    public static (RecordingFolder? Folder, string? Complaint) Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || !Directory.Exists(path))
            return (null, $"There is no folder '{path}': choose one with recordings.");
        string file = path;
        try
        {
            var parts = new List<RecordedPart>();
            foreach (string name in Directory.EnumerateFiles(path).Where(IsAPart).Order(StringComparer.Ordinal))
            {
                file = name;
                if (FaultOf(name, out (long Envelopes, byte[] Checksum) end) is { } fault)
                    return (null, $"'{name}' {fault}");
                parts.Add(new(parts.Count + 1, name, end.Envelopes, Convert.ToHexStringLower(end.Checksum)));
            }
            return parts.Count == 0 ? (null, $"There is no recording in '{path}': cryptolessons record makes some.") : (new(parts), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, $"'{file}' cannot be read: {failure.Message}");
        }
    }

    private static bool IsAPart(string path) => !Path.GetFileName(path.AsSpan()).StartsWith('.');

    private static string? FaultOf(string path, out (long Envelopes, byte[] Checksum) end)
    {
        end = default;
        using FileStream stream = File.OpenRead(path);
        Span<byte> beginning = stackalloc byte[RecordingLayout.Beginning.Length];
        if (RecordingLayout.FaultOf(beginning[..stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)]) is { } foreign)
            return foreign;
        Span<byte> last = stackalloc byte[RecordingLayout.EndSize];
        stream.Seek(-Math.Min(stream.Length, last.Length), SeekOrigin.End);
        if (PartReader.End(last[..stream.ReadAtLeast(last, last.Length, throwOnEndOfStream: false)]) is not { } found)
            return FormattableString.Invariant(
                $"has no end mark behind its {stream.Length} bytes: it is cut off or damaged. {RecordingLayout.Advice}");
        end = found;
        return null;
    }

    private static string DigestOf(IReadOnlyList<RecordedPart> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (RecordedPart part in parts)
            // A name may hold blanks and line ends: its length says where it ends.
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{part.Checksum} {part.Name.Length} {part.Name}\n")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
