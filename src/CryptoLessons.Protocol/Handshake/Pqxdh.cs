using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Protocol.Handshake;

/// <summary>Post-Quantum Extended Diffie-Hellman: the agreements of X3DH, and a secret encapsulated to a signed post-quantum prekey.</summary>
/// <remarks>
/// HKDF(salt none, FF x 32 || DH1 || DH2 || DH3 [|| DH4] || SS, "WhisperText_X25519_SHA-256_CRYSTALS-KYBER-1024", 96): root key, chain key, and the
/// key with which the post-quantum ratchet begins. SS is CRYSTALS-Kyber-1024's, round 3. Source: PQXDH rev 3, 3.3 Sending the initial message.
/// </remarks>
/// <param name="random">Where the initiator's encapsulation takes its randomness from.</param>
/// <param name="postQuantumRatchet">Whether a post-quantum ratchet runs in the sessions beside the Double Ratchet.</param>
public sealed class Pqxdh(RandomSource random, bool postQuantumRatchet = true) : HandshakeFunctions
{
    private const int OutputSize = 3 * Secret.Size;

    /// <inheritdoc/>
    public override byte Version => MessageVersion.Pqxdh;

    /// <inheritdoc/>
    public override Initiation? Initiate(DhKeyPair identity, DhKeyPair baseKey, ResponderKeys their)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(baseKey);
        ArgumentNullException.ThrowIfNull(their);
        if (their.KyberPreKey is not { } kyberPreKey || DhAgreements.Of(identity, baseKey, their) is not { } agreements)
            return null;
        var (ciphertext, shared) = Kyber1024.Encapsulate(kyberPreKey, random);
        using (shared)
            return new(Derive(agreements, shared), ciphertext);
    }

    /// <inheritdoc/>
    public override SessionSecret? Accept(ResponderKeyPairs own, InitialKeys their)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(their);
        if (own.KyberPreKey is not { } kyberPreKey || their.KyberCiphertext.IsEmpty || DhAgreements.Of(own, their) is not { } agreements)
            return null;
        using SharedSecret shared = Kyber1024.Decapsulate(kyberPreKey, their.KyberCiphertext.Span);
        return Derive(agreements, shared);
    }

    /// <summary>Nothing: the ciphertext has fields of its own.</summary>
    public override byte[] Further(SessionSecret secret) => [];

    private SessionSecret Derive(byte[] agreements, SharedSecret shared)
    {
        byte[] secretInput = [.. agreements, .. shared.Bytes];
        Span<byte> okm = stackalloc byte[OutputSize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secretInput, okm, salt: [], info: "WhisperText_X25519_SHA-256_CRYSTALS-KYBER-1024"u8);
        SessionSecret secret = new(
            new RootKey(okm[..Secret.Size]),
            new ChainKey(okm[Secret.Size..^Secret.Size]),
            postQuantumRatchet ? new SpqrAuthKey(okm[^Secret.Size..]) : null);
        CryptographicOperations.ZeroMemory(okm);
        CryptographicOperations.ZeroMemory(secretInput);
        CryptographicOperations.ZeroMemory(agreements);
        return secret;
    }
}
