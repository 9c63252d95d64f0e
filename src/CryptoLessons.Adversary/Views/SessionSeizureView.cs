namespace CryptoLessons.Adversary;

/// <summary>An adversary who records the wire and copied the session states of one or more phones.</summary>
public class SessionSeizureView : View
{
    internal SessionSeizureView(Transcript transcript, IReadOnlyList<SessionLoot> sessions)
        : base(transcript) => Sessions = sessions;

    /// <summary>The session states, one entry for each seizure.</summary>
    public IReadOnlyList<SessionLoot> Sessions { get; }

    internal override View With(Transcript transcript) => new SessionSeizureView(transcript, Sessions);
}
