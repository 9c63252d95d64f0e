using CryptoLessons.Matrix;

namespace CryptoLessons.Scoreboards;

/// <summary>C1 to C7: does it work, and who reads what.</summary>
internal static class WhatIsRead
{
    public static IReadOnlyList<Criterion> Criteria { get; } =
    [
        new("C1", "arrives", "messages that every recipient's app showed as they were said", How.Run,
            score => CriterionValue.Of(score.Row.Arrived, score.Length)),
        new("C2", "server reads", "messages read with the breached server", How.Run, score => All(score, "server-breach")),
        new("C3", "wire reads", "messages read with a tap on the wire", How.Run, score => All(score, "wiretap")),
        new("C4", "leak: past", "messages of the past read when the access secret leaks", How.Run,
            score => CriterionValue.Of(score.Cell("escrow-leak").Verdict.Past, score.At)),
        new("C5", "leak: future", "messages of the future read when the access secret leaks", How.Run,
            score => CriterionValue.Of(score.Cell("escrow-leak").Verdict.Future, score.Length - score.At)),
        new("C6", "leak: people", "people of whom anything was read with one access secret, bystanders included", How.Run,
            score => CriterionValue.Of(score.PeopleRead(score.Cell("escrow-leak")), score.People)),
        new("C7", "seizure: past", "messages of the past read with the session states of a phone", How.Run,
            score => CriterionValue.Of(score.Cell("session-seizure").Verdict.Past, score.At)),
    ];

    private static CriterionValue All(Score score, string compromise)
    {
        Cell cell = score.Cell(compromise);
        return CriterionValue.Of(cell.Verdict.Past + cell.Verdict.Future, score.Length);
    }
}
