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
        var shake = new ShakeDigest(bits);
        shake.BlockUpdate(message, 0, message.Length);
        byte[] output = new byte[size];
        shake.DoFinal(output, 0, size);
        return output;
    }
}
