namespace CryptoLessons.Protocol.Spqr;

/// <summary>What sending or receiving a message comes to: the Braid's next state, and what falls off on the way.</summary>
/// <remarks>Nothing is applied by it: who drops it stays where they are.</remarks>
/// <param name="Next">The state behind the step; it shares with the one before what did not change, and is that one after a failure.</param>
public sealed record BraidStep(BraidState Next)
{
    /// <summary>The message to send, its key index still 0; null when the step is one of receiving.</summary>
    public SpqrMessage? Message { get; init; }

    /// <summary>The secret of the epoch in which the step began, when it became known in this step.</summary>
    public EpochSecret? EpochSecret { get; init; }

    /// <summary>Why a received message was refused.</summary>
    public SpqrFailure Failure { get; init; }
}
