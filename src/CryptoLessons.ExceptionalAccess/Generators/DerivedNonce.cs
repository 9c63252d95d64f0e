using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The build that cannot talk: the nonce follows from the message key, and a receiver recomputes it.</summary>
/// <remarks>Where nothing is left to choose, there is nowhere to hide anything: Bellare, Paterson and Rogaway's "unique ciphertexts".</remarks>
/// <param name="inner">The suite to which this adds the field.</param>
public sealed class DerivedNonce(RatchetFunctions inner) : NonceField(inner)
{
    /// <summary>Opens a message, if its nonce is the right one.</summary>
    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad) =>
        // Safe because the MAC was right: the nonce is its sender's, and comparing it tells nobody else anything.
        Inner.Decrypt(mk, ciphertext, ad) is { } plaintext && Of(ciphertext).SequenceEqual(Nonce(mk, ad.Header)) ? plaintext : null;

    /// <summary>HKDF(mk, "CryptoLessons nonce"), 12 bytes.</summary>
    protected override byte[] Nonce(MessageKey mk, ReadOnlySpan<byte> header)
    {
        byte[] key = Hazmat.Reveal(mk);
        byte[] nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Size, salt: [], info: "CryptoLessons nonce"u8.ToArray());
        CryptographicOperations.ZeroMemory(key);
        return nonce;
    }
}
