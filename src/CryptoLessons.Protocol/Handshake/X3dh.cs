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
public static class X3dh
{
    private const int OutputSize = 2 * Secret.Size;

    /// <summary>The initiator's side.</summary>
    /// <param name="identity">Own identity key pair (IK_A).</param>
    /// <param name="baseKey">Fresh key pair for this session (EK_A).</param>
    /// <param name="theirIdentity">The responder's identity key (IK_B).</param>
    /// <param name="theirSignedPreKey">The responder's signed prekey (SPK_B), its signature already checked.</param>
    /// <param name="theirOneTimePreKey">The responder's one-time prekey (OPK_B), or null.</param>
    /// <returns>Null when one of the responder's keys is a low-order point.</returns>
    public static SessionSecret? Initiate(
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

    /// <summary>The responder's side.</summary>
    /// <param name="identity">Own identity key pair (IK_B).</param>
    /// <param name="signedPreKey">The signed prekey that the initiator used (SPK_B).</param>
    /// <param name="oneTimePreKey">The one-time prekey that the initiator used (OPK_B), or null.</param>
    /// <param name="theirIdentity">The initiator's identity key (IK_A).</param>
    /// <param name="theirBaseKey">The initiator's base key (EK_A).</param>
    /// <returns>Null when one of the initiator's keys is a low-order point.</returns>
    public static SessionSecret? Accept(
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
