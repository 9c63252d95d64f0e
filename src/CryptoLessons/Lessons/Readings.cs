using CryptoLessons.Adversary;
using CryptoLessons.Conversations;

namespace CryptoLessons.Lessons;

/// <summary>What attacks read.</summary>
internal static class Readings
{
    // A reader looks at a few and believes the count.
    private const int MostShown = 6;

    /// <summary>The first messages that an attack read, each with the way to it, and how many more there were.</summary>
    public static Exhibit Of(Verdict verdict)
    {
        string count = Invariant(
            $"Read: {verdict.Past} of {verdict.PastOf} messages of the past, {verdict.Future} of {verdict.FutureOf} of the future, {verdict.Bystanders} of {verdict.BystandersOf} of bystanders.");
        if (verdict.Recovered.Count == 0)
            return new(count);
        Exhibit table = Table.Of(
            ["message", "says", "how it was read"],
            [.. verdict.Recovered.Values.Take(MostShown).Select(guess => (IReadOnlyList<string>)
                [Invariant($"{guess.Message}"), MessageContent.Show(guess.Plaintext.Span), guess.How.ToString()])]);
        string rest = verdict.Recovered.Count > MostShown ? Invariant($"And {verdict.Recovered.Count - MostShown} more. {count}") : count;
        return new($"{table.Text}\n{rest}") { Html = $"{table.Html}<p>{rest}</p>\n" };
    }

    /// <summary>Verdicts side by side.</summary>
    public static Exhibit Compare(IReadOnlyList<(string Attack, Verdict Read)> verdicts) => Table.Of(
        ["", "past", "future", "bystanders"],
        [.. verdicts.Select(row => (IReadOnlyList<string>)
            [row.Attack, Share(row.Read.Past, row.Read.PastOf), Share(row.Read.Future, row.Read.FutureOf), Share(row.Read.Bystanders, row.Read.BystandersOf)])]);

    private static string Share(int count, int of) => Invariant($"{count} of {of}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
