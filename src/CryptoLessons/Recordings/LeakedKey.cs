using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Recordings;

/// <summary>An authority's private key as a text file, which says at once what it is.</summary>
public static class LeakedKey
{
    private const string Kind = "CryptoLessons authority key, version ";
    private const string Version = "1";
    private const string Private = "private: ";
    private const string Public = "public: ";

    /// <summary>The text: what it is, a remark for whoever comes across it, the private key, and the public key that belongs to it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="design">Name of the messenger whose authority it is.</param>
    public static string Write(DhKeyPair key, string design)
    {
        ArgumentNullException.ThrowIfNull(key);
        byte[] bytes = Hazmat.Reveal(key.Private);
        string text = string.Join('\n',
            Kind + Version,
            $"# PRIVATE KEY of the authority of {design}, as it leaked: whoever has this file opens every message",
            "# whose key was sealed to it. It belongs to a simulation, and to no real authority.",
            Private + Convert.ToHexStringLower(bytes),
            Public + key.Public,
            "");
        CryptographicOperations.ZeroMemory(bytes);
        return text;
    }

    /// <summary>Reads the text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The key, or why there is none, as the rest of a sentence that begins with the file's name.</returns>
    public static (DhKeyPair? Key, string? Complaint) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = [.. text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
        if (lines is not [var kind, ..] || !kind.StartsWith(Kind, StringComparison.Ordinal))
            return (null, $"is no authority's key: its first line is not '{Kind}{Version}'. cryptolessons record --leak writes one.");
        if (kind != Kind + Version)
            return (null, $"is an authority's key of another version, of which only {Version} is known: read it with the release that wrote it.");
        if (lines is not [_, var secret, var open] || Bytes(secret, Private) is not { } bytes || Bytes(open, Public) is not { } u)
            return (null, $"is cut off or damaged: behind its first line it needs '{Private}' and '{Public}', "
                + $"each with {2 * Secret.Size} digits in hex. Copy it again.");
        DhKeyPair key = DhKeyPair.FromPrivate(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return key.Public.U.SequenceEqual(u)
            ? (key, null)
            : (null, "is damaged: its private and its public key do not belong together. Copy it again.");
    }

    private static byte[]? Bytes(string line, string name)
    {
        byte[] bytes = new byte[Secret.Size];
        return line.StartsWith(name, StringComparison.Ordinal) && line.Length == name.Length + (2 * Secret.Size)
            && Convert.FromHexString(line.AsSpan(name.Length), bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }
}
