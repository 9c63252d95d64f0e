using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>A message key sealed and opened, as <see cref="MessageKeyEscrow"/> does it.</summary>
internal static class SealedMessageKey
{
    public static byte[] Seal(MessageKey mk, DhPublicKey recipient, RandomSource random) => SealedKey.Seal(Hazmat.Reveal(mk), recipient, random);

    public static MessageKey? TryOpen(ReadOnlySpan<byte> sealedKey, DhKeyPair recipient)
    {
        Span<byte> key = stackalloc byte[Secret.Size];
        return SealedKey.TryOpen(sealedKey, recipient, key) ? new(key) : null;
    }
}
