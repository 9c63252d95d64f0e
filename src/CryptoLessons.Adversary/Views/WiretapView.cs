namespace CryptoLessons.Adversary;

/// <summary>An adversary who records the wire, and has nothing else.</summary>
public sealed class WiretapView : View
{
    internal WiretapView(Transcript transcript)
        : base(transcript)
    {
    }

    internal override View With(Transcript transcript) => new WiretapView(transcript);
}
