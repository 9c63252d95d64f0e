namespace CryptoLessons.Differences;

/// <summary>A message that is shown byte by byte, because it is the first of its kind.</summary>
/// <param name="Kind">What it is the first of.</param>
/// <param name="Envelope">The message in both designs.</param>
public sealed record WireExample(string Kind, EnvelopeDifference Envelope)
{
    /// <summary>The opening message of a session, the first in the same chain as the one before it, and the first after a turn; and the first
    /// of each layout besides.</summary>
    /// <param name="envelopes">A conversation's envelopes in the order of sending.</param>
    public static IReadOnlyList<WireExample> Of(IReadOnlyList<EnvelopeDifference> envelopes)
    {
        var found = new List<WireExample>();
        var lastSender = new Dictionary<(string, string), string>();
        foreach (EnvelopeDifference envelope in envelopes)
        {
            string kind = envelope.Layer.IsOfASession ? PlaceInSession(envelope) : $"the first of its kind, {envelope.Layer.Title}";
            if (found.TrueForAll(example => example.Kind != kind))
                found.Add(new(kind, envelope));
        }
        return found;

        string PlaceInSession(EnvelopeDifference envelope)
        {
            var (from, to) = (envelope.Either.Envelope.From, envelope.Either.Envelope.To);
            var pair = string.CompareOrdinal(from, to) < 0 ? (from, to) : (to, from);
            string kind = !lastSender.TryGetValue(pair, out string? last) ? "the first message of a session"
                : last == from ? "the first that goes on in its sender's chain" : "the first after a turn";
            lastSender[pair] = from;
            return kind;
        }
    }
}
