using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>Ties the Braid's headers and ciphertexts to the handshake and to every epoch before, by MACs under keys that each renews.</summary>
/// <remarks>Immutable. Source: ML-KEM Braid, "Ratcheted authenticator".</remarks>
public sealed class Authenticator : IDisposable
{
    /// <summary>Length of a MAC, in bytes: HMAC-SHA-256, not truncated.</summary>
    public const int MacSize = 32;

    internal Authenticator(AuthenticatorRootKey rootKey, AuthenticatorMacKey macKey) => (RootKey, MacKey) = (rootKey, macKey);

    /// <summary>The key that the next epoch's secret is mixed into.</summary>
    public AuthenticatorRootKey RootKey { get; }

    /// <summary>The key of the MACs.</summary>
    public AuthenticatorMacKey MacKey { get; }

    /// <summary>The authenticator before the first epoch: an update of 32 zero bytes with the handshake's key.</summary>
    public static Authenticator Start(SpqrAuthKey authKey)
    {
        ArgumentNullException.ThrowIfNull(authKey);
        return Update(1, rootKey: stackalloc byte[Secret.Size], authKey);
    }

    /// <summary>HKDF(salt none, root key || secret, "...:Authenticator Update" || u64be(epoch), 64): the keys from an epoch's agreement on.</summary>
    public Authenticator Update(ulong epoch, EpochSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Update(epoch, RootKey.Bytes, secret);
    }

    /// <summary>HMAC(MAC key, "...:ekheader" || u64be(epoch) || header), 32 bytes.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="header">Header of the encapsulation key, 64 bytes.</param>
    public byte[] HeaderMac(ulong epoch, ReadOnlySpan<byte> header) => Mac([.. BraidLabel.Of("ekheader"u8, epoch), .. header]);

    /// <summary>HMAC(MAC key, "...:ciphertext" || u64be(epoch) || ct1 || ct2), 32 bytes.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="ciphertext1">First part of the ciphertext, 960 bytes.</param>
    /// <param name="ciphertext2">Second part of the ciphertext, 128 bytes.</param>
    public byte[] CiphertextMac(ulong epoch, ReadOnlySpan<byte> ciphertext1, ReadOnlySpan<byte> ciphertext2) =>
        Mac([.. BraidLabel.Of("ciphertext"u8, epoch), .. ciphertext1, .. ciphertext2]);

    /// <summary>A copy that is wiped on its own.</summary>
    public Authenticator Copy() => new(RootKey.Copy(), MacKey.Copy());

    /// <summary>Wipes both keys.</summary>
    public void Dispose()
    {
        RootKey.Dispose();
        MacKey.Dispose();
    }

    private static Authenticator Update(ulong epoch, ReadOnlySpan<byte> rootKey, Secret secret)
    {
        Span<byte> input = stackalloc byte[2 * Secret.Size];
        rootKey.CopyTo(input);
        secret.Bytes.CopyTo(input[Secret.Size..]);
        Span<byte> okm = stackalloc byte[2 * Secret.Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, input, okm, salt: [], BraidLabel.Of("Authenticator Update"u8, epoch));
        var updated = new Authenticator(new(okm[..Secret.Size]), new(okm[Secret.Size..]));
        CryptographicOperations.ZeroMemory(input);
        CryptographicOperations.ZeroMemory(okm);
        return updated;
    }

    private byte[] Mac(ReadOnlySpan<byte> input) => HMACSHA256.HashData(MacKey.Bytes, input);
}
