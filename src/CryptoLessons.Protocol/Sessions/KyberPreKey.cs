using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>A post-quantum prekey as its owner keeps it: number, key pair, and the signature made once.</summary>
/// <param name="Id">Number of the prekey.</param>
/// <param name="KeyPair">Its key pair.</param>
/// <param name="Signature">XEdDSA signature of the identity key over the 1569 serialized bytes of the public key, 64 bytes.</param>
public sealed record KyberPreKey(uint Id, Kyber1024KeyPair KeyPair, ReadOnlyMemory<byte> Signature) : IDisposable
{
    /// <summary>What others get to see of it.</summary>
    public PublishedKyberPreKey Published => new(Id, KeyPair.Public, Signature);

    /// <summary>A fresh prekey, signed.</summary>
    /// <param name="id">Number of the prekey.</param>
    /// <param name="identity">The identity key pair that signs.</param>
    /// <param name="random">Where the key and the signature's randomness come from.</param>
    public static KyberPreKey Generate(uint id, DhKeyPair identity, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(random);
        var keyPair = Kyber1024KeyPair.Generate(random);
        return new(id, keyPair, XEdDsa.Sign(identity.Private, keyPair.Public.Serialize(), random));
    }

    /// <summary>A copy that is wiped on its own.</summary>
    public KyberPreKey Copy() => new(Id, KeyPair.Copy(), Signature);

    /// <summary>Wipes the private key.</summary>
    public void Dispose() => KeyPair.Dispose();
}
