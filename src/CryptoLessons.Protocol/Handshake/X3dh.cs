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
            (identity, theirSignedPreKey),
            (baseKey, theirIdentity),
            (baseKey, theirSignedPreKey),
            theirOneTimePreKey is null ? null : (baseKey, theirOneTimePreKey));
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
            (signedPreKey, theirIdentity),
            (identity, theirBaseKey),
            (signedPreKey, theirBaseKey),
            oneTimePreKey is null ? null : (oneTimePreKey, theirBaseKey));
    }

    private static SessionSecret? Derive(params ReadOnlySpan<(DhKeyPair Own, DhPublicKey Their)?> agreements)
    {
        byte[] secretInput = new byte[Secret.Size * (1 + agreements.Length)];
        Span<byte> rest = secretInput;
        // 32 bytes FF keep the input apart from any encoded curve point (X3DH rev 1, 2.2: F).
        rest[..Secret.Size].Fill(0xFF);
        foreach (var agreement in agreements)
        {
            if (agreement is not { } dh)
                continue;
            using SharedSecret? shared = X25519.Agree(dh.Own.Private, dh.Their);
            if (shared is null)
                return null;
            rest = rest[Secret.Size..];
            shared.Bytes.CopyTo(rest);
        }
        int length = secretInput.Length - rest.Length + Secret.Size;
        Span<byte> okm = stackalloc byte[OutputSize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secretInput.AsSpan(0, length), okm, salt: [], info: "WhisperText"u8);
        SessionSecret secret = new(new RootKey(okm[..Secret.Size]), new ChainKey(okm[Secret.Size..]));
        CryptographicOperations.ZeroMemory(okm);
        CryptographicOperations.ZeroMemory(secretInput);
        return secret;
    }
}
