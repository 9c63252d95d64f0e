using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Scoreboards;

/// <summary>C11 to C14: what a lawful request gets, who has to act, and what stands in the way of an unlawful one.</summary>
internal static class WhatIsDelivered
{
    public static IReadOnlyList<Criterion> Criteria { get; } =
    [
        new("C11", "warrant opens", "of the target's messages, back in time and from then on", How.Run,
            score => CriterionValue.Of(score.Row.Lawful.Opened, score.Row.Lawful.Of)),
        new("C12", "parties", "who must take part in serving a warrant, and in how many steps", How.Run,
            score => CriterionValue.Of(score.Row.Lawful.Parties.Count()) with { Beside = [("steps", score.Row.Lawful.Steps.Count)] }),
        new("C13", "no trace", "whether somebody with all secrets read messages and nobody could know", How.Run, WithoutTrace),
        new("C14", "P(leak)", "probability that enough holders of the secret are robbed, each with the probability that the reader chose", How.Formula,
            Leaking),
    ];

    private static CriterionValue WithoutTrace(Score score)
    {
        var cell = score.Cell("judge-and-key");
        return cell.Verdict.Recovered.Count == 0 ? CriterionValue.Of("nothing to read", 0, 1) : CriterionValue.Of(cell.Noticed == Noticed.No);
    }

    private static CriterionValue Leaking(Score score)
    {
        Quorum? holders = score.Row.Holders;
        double probability = holders?.LeakProbability(score.Probability) ?? 0;
        return new(probability, null, probability) { Beside = [("needed", holders?.Needed ?? 0), ("of", holders?.Of ?? 0)] };
    }
}
