namespace CryptoLessons.Tests.Oracle;

/// <summary>A conversation told step by step, with one theft, to ask at any point what a forgery would do.</summary>
internal sealed class ForgeryScene(Party owner, Limits? limits = null)
{
    private static readonly ForgeryOracle Oracle = new();

    private readonly Limits limits = limits ?? Limits.Libsignal;
    private readonly RatchetModel model = new(limits ?? Limits.Libsignal);
    private PartyState? theft;

    /// <summary>How things stand now.</summary>
    internal ForgeryMoment Moment => ForgeryMoment.Of(model, owner, theft ?? throw new InvalidOperationException("No theft yet."), limits);

    private Party Peer => owner == Party.Alice ? Party.Bob : Party.Alice;

    /// <summary>Sends this many messages without delivering them, and returns the ordinal of the first.</summary>
    internal int Sends(Party from, int count = 1)
    {
        int first = model.Messages.Count;
        for (int i = 0; i < count; i++)
            model.Send(from);
        return first;
    }

    /// <summary>Delivers messages, all of which open.</summary>
    internal void Arrive(params int[] messages)
    {
        foreach (int message in messages)
            if (!model.Deliver(message).Accepted)
                throw new InvalidOperationException($"Message {message} does not open.");
    }

    /// <summary>One message sent and delivered from Alice, one from Bob, and so on in turn.</summary>
    internal void Rounds(int messages, Party first)
    {
        for (int i = 0; i < messages; i++)
            Arrive(Sends(i % 2 == 0 ? first : first == Party.Alice ? Party.Bob : Party.Alice));
    }

    /// <summary>The owner's state is copied.</summary>
    internal void Theft() => theft = model.Held(owner);

    /// <summary>What becomes of this attempt now.</summary>
    internal ForgeryPrediction Try(ForgeryAttempt attempt) => Oracle.Predict(attempt, Moment);

    /// <summary>What becomes of this attempt once the owner opened a message at this place, genuine or forged.</summary>
    internal ForgeryPrediction TryAfterOwnerOpened(Coordinates at, ForgeryAttempt attempt) => Oracle.Predict(
        attempt, new(theft!, model.Held(owner).After(at, limits), model.Held(Peer), model.Messages, limits));
}
