using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>AES-256 in counter mode (NIST SP 800-38A §6.5) from an all-zero counter block, for keys that encrypt one message each.</summary>
internal static class AesCtr
{
    /// <summary>Encrypts or decrypts: both are an exclusive or with the same stream.</summary>
    public static byte[] Transform(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        byte[] stream = new byte[(data.Length + AesCbc.BlockSize - 1) / AesCbc.BlockSize * AesCbc.BlockSize];
        for (int at = 0; at < stream.Length; at += AesCbc.BlockSize)
            BinaryPrimitives.WriteInt32BigEndian(stream.AsSpan(at + AesCbc.BlockSize - sizeof(int)), at / AesCbc.BlockSize);
        using var aes = Aes.Create();
        aes.SetKey(key);
        aes.EncryptEcb(stream, stream, PaddingMode.None);
        byte[] output = new byte[data.Length];
        for (int i = 0; i < output.Length; i++)
            output[i] = (byte)(data[i] ^ stream[i]);
        CryptographicOperations.ZeroMemory(stream);
        return output;
    }
}
