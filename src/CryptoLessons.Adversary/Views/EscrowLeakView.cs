namespace CryptoLessons.Adversary;

/// <summary>An adversary who records the wire and holds a leaked access secret.</summary>
public sealed class EscrowLeakView : View
{
    internal EscrowLeakView(Transcript transcript, EscrowLoot escrow)
        : base(transcript) => Escrow = escrow;

    /// <summary>The leaked secret.</summary>
    public EscrowLoot Escrow { get; }

    internal override View With(Transcript transcript) => new EscrowLeakView(transcript, Escrow);
}
