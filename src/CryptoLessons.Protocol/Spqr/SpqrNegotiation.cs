namespace CryptoLessons.Protocol.Spqr;

/// <summary>What is kept until the peer's first message shows which version it speaks: chains, if there are to be any, begin with it.</summary>
/// <param name="AuthKey">The handshake's key. Who steals it before it is dropped has every chain of epoch 0 from its beginning.</param>
/// <param name="Direction">The direction that the party sends in.</param>
/// <param name="MinimumVersion">The lowest version that is tolerated.</param>
public sealed record SpqrNegotiation(SpqrAuthKey AuthKey, SpqrDirection Direction, SpqrVersion MinimumVersion) : IDisposable
{
    internal SpqrNegotiation Copy() => this with { AuthKey = AuthKey.Copy() };

    /// <summary>Wipes the key.</summary>
    public void Dispose() => AuthKey.Dispose();
}
