using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>What the parties agreed on in one epoch of the Braid, derived from the ML-KEM shared secret.</summary>
/// <param name="bytes">32 bytes.</param>
public sealed class EpochSecret(ReadOnlySpan<byte> bytes) : Secret(bytes);
