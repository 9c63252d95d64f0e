using Org.BouncyCastle.Crypto.Digests;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>SHA-3 and SHAKE as BouncyCastle has them.</summary>
internal static class Oracles
{
    public static byte[] Sha3(int bits, byte[] message)
    {
        var digest = new Sha3Digest(bits);
        digest.BlockUpdate(message, 0, message.Length);
        byte[] hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return hash;
    }

    public static byte[] Shake(int bits, byte[] message, int size)
    {
        var shake = new LongShake(bits);
        shake.BlockUpdate(message, 0, message.Length);
        return shake.Squeeze(size);
    }

    // The old BouncyCastle and the modern one call this by different names; what both have is beneath.
    private sealed class LongShake(int bits) : ShakeDigest(bits)
    {
        public byte[] Squeeze(int size)
        {
            byte[] output = new byte[size];
            AbsorbBits(0x0F, 4);
            Squeeze(output, 0, 8L * size);
            return output;
        }
    }
}
