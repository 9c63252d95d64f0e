namespace CryptoLessons.Adversary;

/// <summary>Holds guesses against the truth window by window, and keeps counts: the truth itself of two windows only.</summary>
internal sealed class StreamedTally
{
    private readonly Dictionary<int, ScriptedMessage> unread = [];
    private int previous;

    /// <summary>How many messages were judged.</summary>
    public long Of { get; private set; }

    /// <summary>How many of them were read.</summary>
    public long Right { get; private set; }

    /// <summary>How many guesses were wrong, repeated, or too late to be judged.</summary>
    public long Wrong { get; private set; }

    /// <summary>Whoever sent or received a message that was read.</summary>
    public HashSet<string> Exposed { get; } = [];

    /// <summary>Judges guesses about the messages of a window, or of the one before it: a key may come with the next message.</summary>
    public void Judge(ScriptedMessage[] window, IReadOnlyList<Guess> guesses)
    {
        if (window.Length == 0)
            return;
        foreach (int number in unread.Keys.Where(number => number < previous).ToArray())
            unread.Remove(number);
        previous = window[0].Number;
        foreach (ScriptedMessage message in window)
            unread.Add(message.Number, message);
        Of += window.Length;
        foreach (Guess guess in guesses)
        {
            if (!unread.TryGetValue(guess.Message, out ScriptedMessage? truth) || !truth.Plaintext.Span.SequenceEqual(guess.Plaintext.Span))
            {
                Wrong++;
                continue;
            }
            unread.Remove(guess.Message);
            Right++;
            Exposed.UnionWith([truth.From, .. truth.To]);
        }
    }
}
