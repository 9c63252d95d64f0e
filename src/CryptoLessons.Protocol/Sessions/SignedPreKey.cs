using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>The prekey that its owner signed and keeps for a while: number, key pair, and the signature made once.</summary>
/// <param name="Id">Number of the prekey.</param>
/// <param name="KeyPair">Its key pair.</param>
/// <param name="Signature">XEdDSA signature of the identity key over the 33 serialized bytes of the public key, 64 bytes.</param>
public sealed record SignedPreKey(uint Id, DhKeyPair KeyPair, ReadOnlyMemory<byte> Signature) : IDisposable
{
    /// <summary>A fresh prekey, signed.</summary>
    /// <param name="id">Number of the prekey.</param>
    /// <param name="identity">The identity key pair that signs.</param>
    /// <param name="random">Where the key and the signature's randomness come from.</param>
    public static SignedPreKey Generate(uint id, DhKeyPair identity, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(random);
        var keyPair = DhKeyPair.Generate(random);
        return new(id, keyPair, XEdDsa.Sign(identity.Private, keyPair.Public.Serialize(), random));
    }

    /// <summary>A copy that is wiped on its own.</summary>
    public SignedPreKey Copy() => new(Id, KeyPair.Copy(), Signature);

    /// <summary>Wipes the private key.</summary>
    public void Dispose() => KeyPair.Dispose();
}
