using CryptoLessons.Adversary;
using CryptoLessons.Reports;

namespace CryptoLessons.Lessons;

/// <summary>What a lawful request got, and who had to act for it.</summary>
internal static class Delivered
{
    /// <summary>Each act in order with what remains of it, and how many messages were opened.</summary>
    public static Exhibit Of(LawfulAccess lawful)
    {
        string opened = FormattableString.Invariant(
            $"The warrant opened {lawful.Opened} of the target's {lawful.Of} messages: {lawful.Past} of {lawful.PastOf} from before it, {lawful.Future} of {lawful.FutureOf} after it; of others {lawful.Others}.");
        if (lawful.Steps.Count == 0)
            return new($"Nobody can do anything with the warrant.\n{opened}");
        Exhibit steps = Table.Of(
            ["who", "does what", "what remains of it"],
            [.. lawful.Steps.Select(step => (IReadOnlyList<string>)[step.Party, step.Act, ScoreboardText.Of(step.Trace)])]);
        return new($"{steps.Text}\n{opened}") { Html = $"{steps.Html}<p>{opened}</p>\n" };
    }
}
