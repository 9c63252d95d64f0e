using CryptoLessons.Protocol.PostQuantum;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>A post-quantum prekey as it is published. Nobody can tell one for one use from the one of last resort.</summary>
/// <param name="Id">Number of the prekey.</param>
/// <param name="Key">The public key.</param>
/// <param name="Signature">XEdDSA signature of the identity key over the 1569 serialized bytes of the key, 64 bytes.</param>
public sealed record PublishedKyberPreKey(uint Id, Kyber1024PublicKey Key, ReadOnlyMemory<byte> Signature);
