using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>A state of the ML-KEM Braid: two parties agree on one ML-KEM-768 secret each epoch, a 32-byte chunk a message.</summary>
/// <remarks>
/// In each epoch one party generates a key pair (the ek side) and the other encapsulates to it (the ct side); then they change places.
/// Each state is a class of its own that holds what is known then and nothing more, so that a transition for which something is
/// missing cannot be written. States are immutable, and whoever holds one may run it: the adversary knows every algorithm.
/// Source: ML-KEM Braid, "State machine".
/// </remarks>
public abstract class BraidState : IDisposable
{
    private readonly IDisposable? kem;

    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="authenticator">Keys of the MACs.</param>
    /// <param name="kem">What the state holds of ML-KEM that is to be wiped with it.</param>
    private protected BraidState(ulong epoch, Authenticator authenticator, IDisposable? kem = null) =>
        (Epoch, Authenticator, this.kem) = (epoch, authenticator, kem);

    /// <summary>The epoch whose secret is being agreed on, or was last, from 1.</summary>
    public ulong Epoch { get; }

    /// <summary>Keys of the MACs over headers and ciphertexts.</summary>
    public Authenticator Authenticator { get; }

    /// <summary>The last epoch whose secret came out of this Braid; 0 before the first.</summary>
    public virtual ulong LastAgreed => Epoch - 1;

    /// <summary>The first state of a party: the initiator begins on the ek side.</summary>
    public static BraidState Start(SpqrAuthKey authKey, SpqrDirection direction) => direction == SpqrDirection.A2B
        ? new KeysUnsampled(1, Authenticator.Start(authKey))
        : new NoHeaderReceived(1, Authenticator.Start(authKey));

    /// <summary>The next message, and the state behind it.</summary>
    /// <param name="random">Drawn from when a key pair is generated or a secret encapsulated, and only then.</param>
    public abstract BraidStep Send(RandomSource random);

    /// <summary>The state behind a message that came, in whatever order. No randomness is drawn.</summary>
    /// <returns>A step with this same state when the message is an old one, has nothing for this state, or is refused.</returns>
    public BraidStep Receive(SpqrMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Epoch < Epoch ? Stay()
            : message.Epoch == Epoch ? ReceiveCurrent(message)
            : ReceiveAhead(message);
    }

    /// <summary>A copy that is wiped on its own.</summary>
    public abstract BraidState Copy();

    /// <summary>Wipes every secret.</summary>
    public void Dispose()
    {
        Authenticator.Dispose();
        kem?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Wipes the secrets that <paramref name="other"/> does not hold too.</summary>
    internal void WipeBut(BraidState other)
    {
        if (other.Authenticator != Authenticator)
            Authenticator.Dispose();
        if (other.kem != kem)
            kem?.Dispose();
    }

    /// <summary>What a message of this epoch changes.</summary>
    private protected abstract BraidStep ReceiveCurrent(SpqrMessage message);

    /// <summary>What a message of a later epoch changes: its sender cannot be there without us, but for one case.</summary>
    private protected virtual BraidStep ReceiveAhead(SpqrMessage message) => Refuse(SpqrFailure.EpochOutOfRange);

    private protected BraidStep Stay() => new(this);

    private protected BraidStep Refuse(SpqrFailure failure) => new(this) { Failure = failure };

    private protected BraidStep Emit(BraidState next, BraidMessageType type, ErasureChunk? chunk = null) =>
        new(next) { Message = new(Epoch, index: 0, type, chunk) };
}
