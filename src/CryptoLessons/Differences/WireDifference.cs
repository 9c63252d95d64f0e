using CryptoLessons.Adversary;

namespace CryptoLessons.Differences;

/// <summary>The second difference of two designs: what the same conversation, from the same seed, looks like on the wire.</summary>
/// <param name="Envelopes">Every envelope of the conversation, in the order of sending.</param>
public sealed record WireDifference(IReadOnlyList<EnvelopeDifference> Envelopes)
{
    /// <summary>Messages to be shown whole, one of each kind.</summary>
    public IReadOnlyList<WireExample> Examples { get; } = WireExample.Of(Envelopes);

    /// <summary>What was alike and what was not, over all envelopes.</summary>
    public IReadOnlyList<PartTally> Parts { get; } = PartTally.Of(Envelopes);

    /// <summary>Bytes of the conversation in the first design.</summary>
    public long LengthA => Envelopes.Sum(envelope => (long)envelope.LengthA);

    /// <summary>Bytes of the conversation in the second design.</summary>
    public long LengthB => Envelopes.Sum(envelope => (long)envelope.LengthB);

    /// <summary>The difference of two transcripts of one script; an envelope stands beside the one for the same message and recipient.</summary>
    /// <param name="a">What the first design put on the wire.</param>
    /// <param name="b">What the second did.</param>
    /// <param name="conversationLength">Number of messages in the conversation: bystanders' are left out.</param>
    public static WireDifference Between(Transcript a, Transcript b, int conversationLength)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (ofA, ofB) = (Numbered(a, conversationLength), Numbered(b, conversationLength));
        return new([.. ofA.Keys.Union(ofB.Keys).OrderBy(key => key.Message).Select(key =>
            new EnvelopeDifference(ofA.GetValueOrDefault(key), ofB.GetValueOrDefault(key)))]);
    }

    private static Dictionary<(int Message, string To, int Copy), TranscriptEntry> Numbered(Transcript transcript, int conversationLength)
    {
        var copies = new Dictionary<(int, string), int>();
        var entries = new Dictionary<(int, string, int), TranscriptEntry>();
        foreach (TranscriptEntry entry in transcript.Entries.Where(entry => entry.Message <= conversationLength))
        {
            int copy = copies[(entry.Message, entry.Envelope.To)] = copies.GetValueOrDefault((entry.Message, entry.Envelope.To)) + 1;
            entries.Add((entry.Message, entry.Envelope.To, copy), entry);
        }
        return entries;
    }
}
