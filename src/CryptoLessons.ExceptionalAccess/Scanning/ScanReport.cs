using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>A flagged message on its way to the administrator: its content, sealed, and nothing else.</summary>
/// <remarks>No sender, no entry of the list, no other message. Whoever opens it finds the entry by scanning the content again.</remarks>
/// <param name="Sealed">The sealed content, by <see cref="SealedKey.Overhead"/> bytes longer than it.</param>
public sealed record ScanReport(ReadOnlyMemory<byte> Sealed)
{
    /// <summary>Seals the content of a flagged message.</summary>
    /// <param name="content">The plaintext that goes to the recipient.</param>
    /// <param name="administrator">Who shall be able to read it as well.</param>
    /// <param name="random">Where the ephemeral key comes from.</param>
    public static ScanReport Seal(ReadOnlySpan<byte> content, DhPublicKey administrator, RandomSource random) =>
        new(SealedKey.Seal(content, administrator, random));

    /// <summary>Opens the report.</summary>
    /// <param name="administrator">The administrator's key pair, or a copy of it.</param>
    /// <returns>The content; null when it was sealed to another key, or was changed.</returns>
    public byte[]? Open(DhKeyPair administrator)
    {
        byte[] content = new byte[Math.Max(0, Sealed.Length - SealedKey.Overhead)];
        return SealedKey.TryOpen(Sealed.Span, administrator, content) ? content : null;
    }
}
