namespace CryptoLessons.Protocol.Primitives;

/// <summary>The 32-byte output of a Diffie-Hellman agreement (RFC 7748 §5) or of a key encapsulation (FIPS 203 §2.1).</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class SharedSecret(ReadOnlySpan<byte> bytes) : Secret(bytes);
