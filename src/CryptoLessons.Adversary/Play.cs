using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Adversary;

/// <summary>One play of a script on a deployment: the record of the wire, and the deployment as it stood at the moment of the compromise.</summary>
internal sealed class Play
{
    private readonly List<TranscriptEntry> entries = [];

    /// <summary>Plays from the first message to <paramref name="last"/>; message <paramref name="at"/> is in flight when the moment is taken.</summary>
    public Play(IDeployment deployment, Script script, int at, int last, IProgress<int>? progress = null)
    {
        IReadOnlyList<TranscriptEntry> inFlight = [];
        int sentSoFar = 0, recorded = 0;
        var shownTo = new HashSet<string>(StringComparer.Ordinal);
        foreach (ScriptedMessage message in script.Messages)
        {
            TranscriptEntry[] sent = [.. deployment.Send(message).Select(envelope => new TranscriptEntry(message.Number, envelope))];
            entries.AddRange(sent);
            if (message.Number == at)
                (Moment, inFlight, recorded) = (deployment.Fork(), sent, entries.Count);
            shownTo.Clear();
            foreach (TranscriptEntry entry in sent)
                if (deployment.Deliver(entry.Envelope, out byte[] shown) != DecryptFailure.None)
                    Refused++;
                else if (message.Plaintext.Span.SequenceEqual(shown))
                    shownTo.Add(entry.Envelope.To);
            if (message.Number <= script.ConversationLength && shownTo.IsSupersetOf(message.To))
                Arrived++;
            progress?.Report(++sentSoFar);
            if (message.Number == last)
                break;
        }
        End = deployment;
        Transcript = new(entries, deployment.IdentityKeys, inFlight, Moment.Directory, deployment.Profile)
        {
            HandedOut = deployment.HandedOut,
            Sold = deployment.Sold,
        };
        SentAtMoment = recorded;
    }

    /// <summary>The deployment at the compromise, with one message in flight.</summary>
    public IDeployment Moment { get; } = null!;

    /// <summary>The deployment when the last message has arrived.</summary>
    public IDeployment End { get; }

    /// <summary>All that the wire carried.</summary>
    public Transcript Transcript { get; }

    /// <summary>How many envelopes it had carried up to the compromise, those in flight included.</summary>
    public int SentAtMoment { get; }

    /// <summary>How many messages of the conversation every recipient's app showed exactly as they had been said.</summary>
    public int Arrived { get; }

    /// <summary>How many messages an honest device refused.</summary>
    public int Refused { get; }
}
