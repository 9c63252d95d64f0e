using System.IO.Compression;
using CryptoLessons.ExceptionalAccess.Scanning;

namespace CryptoLessons.Conversations;

/// <summary>The files of a zip that have plain names.</summary>
internal sealed class ZipShelf : AttachmentShelf
{
    private const int FileTypeMask = 0xF000;
    private const int LinkType = 0xA000;

    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);

    /// <summary>Makes the shelf; entries in folders are passed over and counted.</summary>
    public ZipShelf(ZipArchive zip)
    {
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            string name = entry.FullName;
            if (!AttachmentReader.IsPlainName(name))
            {
                if (PassedOver++ == 0) FirstPassedOver = name;
            }
            else
            {
                // Of two entries with one name the first counts: the same everywhere.
                this.entries.TryAdd(name, entry);
            }
        }
    }

    /// <summary>Entries whose names are not plain.</summary>
    public int PassedOver { get; }

    /// <summary>The first of them.</summary>
    public string? FirstPassedOver { get; }

    /// <summary>The plain names.</summary>
    public IEnumerable<string> Names => this.entries.Keys;

    /// <inheritdoc/>
    public override bool Holds(ReadOnlySpan<char> name) => this.entries.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(name);

    /// <inheritdoc/>
    public override byte[]? Read(string name, out string? refusal) => Read(name, ChatLimits.AttachmentBytes, out refusal);

    /// <summary>
    /// Reads an entry of at most <paramref name="limit"/> bytes, whatever its header says, and checks it against its checksum.
    /// </summary>
    public byte[]? Read(string name, long limit, out string? refusal)
    {
        if (!this.entries.TryGetValue(name, out ZipArchiveEntry? entry))
        {
            refusal = Refusals.Missing;
            return null;
        }

        try
        {
            refusal = ((entry.ExternalAttributes >> 16) & FileTypeMask) == LinkType ? Refusals.Link
                : entry.IsEncrypted ? Refusals.Locked
                : entry.Length > limit ? Refusals.TooLarge
                : entry.Length == 0 ? Refusals.Empty
                : null;
            if (refusal is not null) return null;
            using Stream stream = entry.Open();
            byte[]? bytes = BoundedReading.ToEnd(stream, entry.Length, entry.Length);
            if (bytes is null || bytes.LongLength != entry.Length || Crc32.Of(bytes) != entry.Crc32) refusal = Refusals.Damaged;
            return refusal is null ? bytes : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            refusal = Refusals.Damaged;
            return null;
        }
    }
}
