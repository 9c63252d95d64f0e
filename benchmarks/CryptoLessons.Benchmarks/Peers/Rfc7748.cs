namespace CryptoLessons.Benchmarks.Peers;

/// <summary>One agreement with a known result, on which all are timed (RFC 7748 §6.1).</summary>
internal static class Rfc7748
{
    /// <summary>Alice's private key, 32 bytes.</summary>
    public static byte[] PrivateKey { get; } = Convert.FromHexString("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");

    /// <summary>Her public key.</summary>
    public static byte[] OwnPublicKey { get; } = Convert.FromHexString("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");

    /// <summary>Bob's public key.</summary>
    public static byte[] TheirPublicKey { get; } = Convert.FromHexString("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");

    /// <summary>What the two agree on.</summary>
    public static byte[] Shared { get; } = Convert.FromHexString("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");

    /// <summary>Throws unless a result is the known one.</summary>
    public static void Check(ReadOnlySpan<byte> result, ReadOnlySpan<byte> known)
    {
        if (!result.SequenceEqual(known))
            throw new InvalidOperationException("X25519 came to something else than RFC 7748.");
    }
}
