using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>A one-time prekey that nobody has used yet: the number under which it was published, and its key pair.</summary>
/// <param name="Id">Number of the prekey.</param>
/// <param name="KeyPair">Its key pair.</param>
public sealed record PreKey(uint Id, DhKeyPair KeyPair) : IDisposable
{
    /// <summary>A copy that is wiped on its own.</summary>
    public PreKey Copy() => new(Id, KeyPair.Copy());

    /// <summary>Wipes the private key.</summary>
    public void Dispose() => KeyPair.Dispose();
}
