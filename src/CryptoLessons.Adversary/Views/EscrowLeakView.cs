namespace CryptoLessons.Adversary;

/// <summary>An adversary who records the wire and holds a leaked access secret.</summary>
public sealed class EscrowLeakView : View
{
    internal EscrowLeakView(Transcript transcript, EscrowLoot escrow, string target)
        : base(transcript) => (Escrow, Target) = (escrow, target);

    /// <summary>The leaked secret.</summary>
    public EscrowLoot Escrow { get; }

    /// <summary>Whom the adversary is after.</summary>
    public string Target { get; }

    internal override View With(Transcript transcript) => new EscrowLeakView(transcript, Escrow, Target);
}
