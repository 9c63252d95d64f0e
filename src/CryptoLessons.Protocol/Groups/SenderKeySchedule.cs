using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Groups;

/// <summary>How a chain key becomes the keys of a group's messages: all that whoever holds one needs for reading on.</summary>
/// <remarks>No Diffie-Hellman step ever heals a chain: who stole its key reads until the sender makes a new one.</remarks>
public static class SenderKeySchedule
{
    /// <summary>One message on: HMAC(ck, 02) is the next chain key, HMAC(ck, 01) the message seed, as in a chain of the Double Ratchet.</summary>
    public static (ChainKey CK, MessageSeed Seed) Step(ChainKey ck) => SignalFunctions.Step(ck);

    /// <summary>AES-256-CBC with PKCS #7 padding under HKDF(salt none, seed, "WhisperGroup", 48): IV 16 || cipher key 32.</summary>
    /// <returns>The ciphertext; nothing in it is authenticated.</returns>
    public static byte[] Encrypt(MessageSeed seed, ReadOnlySpan<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(seed);
        using var keys = new SenderMessageKeys(seed, stackalloc byte[SenderMessageKeys.Size]);
        return AesCbc.Encrypt(keys.CipherKey, keys.Iv, plaintext);
    }

    /// <summary>Undoes <see cref="Encrypt"/>.</summary>
    /// <returns>The plaintext; null when the length or the padding is wrong. Another seed's ciphertext may come out as rubbish.</returns>
    public static byte[]? Decrypt(MessageSeed seed, ReadOnlySpan<byte> ciphertext)
    {
        ArgumentNullException.ThrowIfNull(seed);
        using var keys = new SenderMessageKeys(seed, stackalloc byte[SenderMessageKeys.Size]);
        return AesCbc.Decrypt(keys.CipherKey, keys.Iv, ciphertext);
    }
}
