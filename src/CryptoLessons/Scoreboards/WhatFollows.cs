using CryptoLessons.Adversary;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;

namespace CryptoLessons.Scoreboards;

/// <summary>C8 to C10: whether it heals, what can be forged, and whether anybody can know.</summary>
internal static class WhatFollows
{
    public static IReadOnlyList<Criterion> Criteria { get; } =
    [
        new("C8", "heals after", "turns of the conversation from a seizure of session states until nothing more is read; never: not by its end", How.Run,
            Healing),
        new("C9", "leak: forged", "the strongest forging that an honest device accepted when the access secret leaks", How.Run,
            score => Word(score.Cell("escrow-leak").Forged)),
        new("C10", "noticed", "whether the people could know of a leak of all secrets, and after how many messages", How.Run, Noticing),
    ];

    private static CriterionValue Word(Forged forged) => CriterionValue.Of(MatrixJson.Name(forged), (int)forged, (int)Forged.Impersonate);

    private static CriterionValue Noticing(Score score)
    {
        Cell cell = score.Cell("judge-and-key");
        CriterionValue value = CriterionValue.Of(MatrixJson.Name(cell.Noticed), (int)cell.Noticed, (int)Noticed.Automatically);
        return cell.NoticedAfter is { } after ? value with { Beside = [("after", after)] } : value;
    }

    /// <summary>A turn is what one person says before another does: in a conversation of two, a chain of the ratchet.</summary>
    private static CriterionValue Healing(Score score)
    {
        int[] turns = score.Turns;
        int seized = turns[score.At - 1], last = turns[^1];
        int[] later = [.. score.Cell("session-seizure").Verdict.Recovered.Keys.Where(number => number > score.At && number <= score.Length)];
        if (later.Length == 0)
            return CriterionValue.Of(0, last - seized + 1);
        int healed = later.Max(number => turns[number - 1]) + 1;
        return healed > last ? CriterionValue.Of("never", 1, 1) : CriterionValue.Of(healed - seized, last - seized + 1);
    }
}
