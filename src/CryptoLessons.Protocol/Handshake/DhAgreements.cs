using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Handshake;

/// <summary>The agreements that X3DH and PQXDH have in common: FF x 32 || DH1 || DH2 || DH3 [|| DH4], the beginning of their secret input.</summary>
/// <remarks>Source: X3DH rev 1, 3.3 and 3.4. The 32 bytes FF keep the input apart from any encoded curve point (2.2: F).</remarks>
internal static class DhAgreements
{
    /// <summary>The initiator's side; null when one of the keys is a low-order point.</summary>
    public static byte[]? Of(DhKeyPair identity, DhKeyPair baseKey, ResponderKeys their) => Concat(
    [
        (identity, their.SignedPreKey),
        (baseKey, their.IdentityKey),
        (baseKey, their.SignedPreKey),
        .. Fourth(baseKey, their.OneTimePreKey),
    ]);

    /// <summary>The responder's side; null when one of the keys is a low-order point.</summary>
    public static byte[]? Of(ResponderKeyPairs own, InitialKeys their) => Concat(
    [
        (own.SignedPreKey, their.IdentityKey),
        (own.Identity, their.BaseKey),
        (own.SignedPreKey, their.BaseKey),
        .. Fourth(own.OneTimePreKey, their.BaseKey),
    ]);

    /// <summary>DH4, which there is only with a one-time prekey.</summary>
    private static IEnumerable<(DhKeyPair Own, DhPublicKey Their)> Fourth(DhKeyPair? own, DhPublicKey? their) =>
        own is null || their is null ? [] : [(own, their)];

    private static byte[]? Concat(params ReadOnlySpan<(DhKeyPair Own, DhPublicKey Their)> agreements)
    {
        byte[] secretInput = new byte[Secret.Size * (1 + agreements.Length)];
        secretInput.AsSpan(0, Secret.Size).Fill(0xFF);
        for (int i = 0; i < agreements.Length; i++)
        {
            using SharedSecret? shared = X25519.Agree(agreements[i].Own.Private, agreements[i].Their);
            if (shared is null)
            {
                CryptographicOperations.ZeroMemory(secretInput);
                return null;
            }
            shared.Bytes.CopyTo(secretInput.AsSpan(Secret.Size * (i + 1)));
        }
        return secretInput;
    }
}
