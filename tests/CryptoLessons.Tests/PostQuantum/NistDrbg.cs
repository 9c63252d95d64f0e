using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>The generator behind NIST's known answers: CTR_DRBG with AES-256, no derivation function, no reseeding (SP 800-90A §10.2.1).</summary>
internal sealed class NistDrbg : RandomSource
{
    public const int SeedSize = KeySize + BlockSize;

    private const int KeySize = 32, BlockSize = 16;

    private byte[] key = new byte[KeySize];
    private byte[] v = new byte[BlockSize];

    public NistDrbg(byte[] entropy) => Update(entropy);

    public override void Fill(Span<byte> destination)
    {
        Blocks((destination.Length + BlockSize - 1) / BlockSize).AsSpan(0, destination.Length).CopyTo(destination);
        Update(new byte[SeedSize]);
    }

    private void Update(byte[] provided)
    {
        byte[] next = [.. Blocks(SeedSize / BlockSize).Zip(provided, (a, b) => (byte)(a ^ b))];
        (key, v) = (next[..KeySize], next[KeySize..]);
    }

    private byte[] Blocks(int count)
    {
        byte[] output = new byte[count * BlockSize];
        using var aes = Aes.Create();
        aes.SetKey(key);
        for (int at = 0; at < output.Length; at += BlockSize)
        {
            for (int i = BlockSize - 1; i >= 0 && ++v[i] == 0; i--)
            {
                // The carry goes on to the next byte.
            }
            aes.EncryptEcb(v, output.AsSpan(at, BlockSize), PaddingMode.None);
        }
        return output;
    }
}
