namespace CryptoLessons.Protocol.Spqr;

/// <summary>The chains of one epoch.</summary>
/// <param name="Sending">The party's own direction.</param>
/// <param name="Receiving">The peer's direction.</param>
public sealed record SpqrEpoch(SpqrChain Sending, SpqrChain Receiving) : IDisposable
{
    /// <summary>A copy that is wiped on its own.</summary>
    public SpqrEpoch Copy() => new(Sending.Copy(), Receiving.Copy());

    /// <summary>Wipes both chains' keys.</summary>
    public void Dispose()
    {
        Sending.Dispose();
        Receiving.Dispose();
    }
}
