using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Directory;

/// <summary>What a provider's directory answers, signed: <c>XEdDSA signature(64) || answer</c>.</summary>
/// <remarks>The signature stands for whatever tells a phone that it talks to its provider, such as the certificate of a TLS connection.
/// It says who answered, and nothing about whether the answer is true.</remarks>
public static class SignedAnswer
{
    /// <summary>Signs an answer.</summary>
    public static byte[] Sign(ReadOnlySpan<byte> answer, DhKeyPair directory, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return [.. XEdDsa.Sign(directory.Private, answer, random), .. answer];
    }

    /// <summary>The answer, when the directory signed it; null otherwise.</summary>
    /// <param name="signed">Any bytes.</param>
    /// <param name="directory">The directory's public key.</param>
    public static byte[]? Open(ReadOnlySpan<byte> signed, DhPublicKey directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return signed.Length >= XEdDsa.SignatureSize && XEdDsa.Verify(directory.U, signed[XEdDsa.SignatureSize..], signed[..XEdDsa.SignatureSize])
            ? signed[XEdDsa.SignatureSize..].ToArray()
            : null;
    }
}
