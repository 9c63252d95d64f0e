namespace CryptoLessons.Adversary;

/// <summary>What an attack really read, held against the truth.</summary>
/// <param name="recovered">The right guesses, by message number.</param>
/// <param name="wrong">The guesses that were wrong, repeated, or about messages that do not exist.</param>
/// <param name="script">What was said.</param>
/// <param name="at">The message at which the compromise happened.</param>
public sealed class Verdict(IReadOnlyDictionary<int, Guess> recovered, IReadOnlyList<Guess> wrong, Script script, int at)
{
    /// <summary>The right guesses, by message number.</summary>
    public IReadOnlyDictionary<int, Guess> Recovered { get; } = recovered;

    /// <summary>The guesses that were wrong, repeated, or about messages that do not exist.</summary>
    public IReadOnlyList<Guess> Wrong { get; } = wrong;

    /// <summary>How many messages were read of those sent up to the compromise, the last one included.</summary>
    public int Past => Recovered.Keys.Count(number => number <= PastOf);

    /// <summary>How many messages had been sent up to the compromise, the last one included: its number.</summary>
    public int PastOf { get; } = at;

    /// <summary>How many messages were read of those sent after the compromise.</summary>
    public int Future => Recovered.Keys.Count(number => number > PastOf && number <= Of);

    /// <summary>How many messages were sent after it.</summary>
    public int FutureOf => Of - PastOf;

    /// <summary>How many messages of the conversation were read.</summary>
    public int Read => Past + Future;

    /// <summary>How many messages the conversation has.</summary>
    public int Of { get; } = script.ConversationLength;

    /// <summary>How many keys were tried in searches for what was read; 0 where none had to be searched for.</summary>
    public long Trials => Recovered.Values.Sum(guess => guess.Trials);

    /// <summary>How many messages were read of people who have nothing to do with the conversation.</summary>
    public int Bystanders => Recovered.Keys.Count(number => number > Of);

    /// <summary>How many messages were sent by people who have nothing to do with the conversation.</summary>
    public int BystandersOf { get; } = script.Bystanders.Count();
}
