using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Handshake;

/// <summary>Extended Triple Diffie-Hellman: a session with somebody who is offline, from keys published beforehand.</summary>
/// <remarks>
/// SK = HKDF(salt none, FF x 32 || DH1 || DH2 || DH3 [|| DH4], "WhisperText", 64), the first half a root key, the second a chain
/// key. Both identity keys are bound by the messages' MAC, not here. Source: X3DH rev 1, 3.3 Sending the initial message.
/// </remarks>
public sealed class X3dh : HandshakeFunctions
{
    private const int OutputSize = 2 * Secret.Size;

    private X3dh()
    {
    }

    /// <summary>The handshake; it has no state.</summary>
    public static X3dh Functions { get; } = new();

    /// <inheritdoc/>
    public override SessionSecret? Initiate(
        DhKeyPair identity, DhKeyPair baseKey, DhPublicKey theirIdentity, DhPublicKey theirSignedPreKey, DhPublicKey? theirOneTimePreKey)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(baseKey);
        return Derive(
        [
            (identity, theirSignedPreKey),
            (baseKey, theirIdentity),
            (baseKey, theirSignedPreKey),
            .. Fourth(baseKey, theirOneTimePreKey),
        ]);
    }

    /// <inheritdoc/>
    public override SessionSecret? Accept(
        DhKeyPair identity, DhKeyPair signedPreKey, DhKeyPair? oneTimePreKey, DhPublicKey theirIdentity, DhPublicKey theirBaseKey)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(signedPreKey);
        return Derive(
        [
            (signedPreKey, theirIdentity),
            (identity, theirBaseKey),
            (signedPreKey, theirBaseKey),
            .. Fourth(oneTimePreKey, theirBaseKey),
        ]);
    }

    /// <summary>Nothing: the base key and the numbers of the prekeys are all that the responder needs.</summary>
    public override byte[] Further(SessionSecret secret) => [];

    /// <summary>DH4, which there is only with a one-time prekey.</summary>
    private static IEnumerable<(DhKeyPair Own, DhPublicKey Their)> Fourth(DhKeyPair? own, DhPublicKey? their) =>
        own is null || their is null ? [] : [(own, their)];

    private static SessionSecret? Derive(params ReadOnlySpan<(DhKeyPair Own, DhPublicKey Their)> agreements)
    {
        byte[] secretInput = new byte[Secret.Size * (1 + agreements.Length)];
        // 32 bytes FF keep the input apart from any encoded curve point (X3DH rev 1, 2.2: F).
        secretInput.AsSpan(0, Secret.Size).Fill(0xFF);
        for (int i = 0; i < agreements.Length; i++)
        {
            using SharedSecret? shared = X25519.Agree(agreements[i].Own.Private, agreements[i].Their);
            if (shared is null)
                return null;
            shared.Bytes.CopyTo(secretInput.AsSpan(Secret.Size * (i + 1)));
        }
        Span<byte> okm = stackalloc byte[OutputSize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secretInput, okm, salt: [], info: "WhisperText"u8);
        SessionSecret secret = new(new RootKey(okm[..Secret.Size]), new ChainKey(okm[Secret.Size..]));
        CryptographicOperations.ZeroMemory(okm);
        CryptographicOperations.ZeroMemory(secretInput);
        return secret;
    }
}
