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
    public override byte Version => MessageVersion.X3dh;

    /// <inheritdoc/>
    public override Initiation? Initiate(DhKeyPair identity, DhKeyPair baseKey, ResponderKeys their)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(baseKey);
        ArgumentNullException.ThrowIfNull(their);
        return DhAgreements.Of(identity, baseKey, their) is { } secretInput ? new(Derive(secretInput)) : null;
    }

    /// <inheritdoc/>
    public override SessionSecret? Accept(ResponderKeyPairs own, InitialKeys their)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(their);
        return DhAgreements.Of(own, their) is { } secretInput ? Derive(secretInput) : null;
    }

    /// <summary>Nothing: the base key and the numbers of the prekeys are all that the responder needs.</summary>
    public override byte[] Further(SessionSecret secret) => [];

    private static SessionSecret Derive(byte[] secretInput)
    {
        Span<byte> okm = stackalloc byte[OutputSize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secretInput, okm, salt: [], info: "WhisperText"u8);
        SessionSecret secret = new(new RootKey(okm[..Secret.Size]), new ChainKey(okm[Secret.Size..]));
        CryptographicOperations.ZeroMemory(okm);
        CryptographicOperations.ZeroMemory(secretInput);
        return secret;
    }
}
