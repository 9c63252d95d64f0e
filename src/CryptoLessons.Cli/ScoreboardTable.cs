using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;
using CryptoLessons.Scoreboards;
using Spectre.Console;

namespace CryptoLessons.Cli;

/// <summary>The scoreboard as tables: the two sides of each design, and then the criteria, as many side by side as a page holds.</summary>
internal static class ScoreboardTable
{
    private const int CriteriaAtATime = 6;

    public static void Write(Scoreboard scoreboard, Weights? weights, IAnsiConsole console)
    {
        MatrixTable.WriteConversation(scoreboard.Matrix.Request, console);
        console.WriteLine();
        console.WriteLine("What a warrant that names the target delivered, and what one leak of the access secret cost:");
        WriteSides(scoreboard, console);
        int control = scoreboard.Scores.Sum(score => score.Cell("escrow-leak").Control.Recovered.Count);
        console.WriteLine("Opened and read: messages. Parties: who must take part; trace: where an entry remains.");
        console.WriteLine(Invariant($"The controls of all thefts, each with an unrelated secret, read {control} messages."));
        console.WriteLine();
        foreach (Criterion[] criteria in Criterion.All.Chunk(CriteriaAtATime))
            WriteCriteria(scoreboard, criteria, console);
        console.WriteLine(Invariant($"P(leak) is computed, for a probability of {scoreboard.Scores[0].Probability} a holder; everything else was counted in a run."));
        console.WriteLine("There is no overall score: the reader weighs.");
        if (weights is not null)
            WriteWeighted(scoreboard, weights, console);
        WriteMeasured(scoreboard, console);
    }

    private static void WriteSides(Scoreboard scoreboard, IAnsiConsole console)
    {
        Score first = scoreboard.Scores[0];
        LawfulAccess lawful = first.Row.Lawful;
        Table table = Headed(
            "design",
            Invariant($"opened:\npast\nof {lawful.PastOf}"), Invariant($"\nfuture\nof {lawful.FutureOf}"), "parties", "steps", "trace",
            Invariant($"leak:\npast\nof {first.At}"), Invariant($"\nfuture\nof {first.Length - first.At}"),
            Invariant($"by-\nstanders\nof {scoreboard.Matrix.Bystanders}"), Invariant($"people\n\nof {first.People}"), "forged");
        foreach (Score score in scoreboard.Scores)
        {
            lawful = score.Row.Lawful;
            Cell leak = score.Cell("escrow-leak");
            table.AddRow([
                new Text(score.Design.Id), Count(lawful.Past), Count(lawful.Future), Count(lawful.Parties.Count()), Count(lawful.Steps.Count),
                new Text(lawful.Steps.Count == 0 ? "" : ScoreboardText.Of(lawful.Trace)),
                MatrixTable.Figure(leak.Verdict.Past), MatrixTable.Figure(leak.Verdict.Future), MatrixTable.Figure(leak.Verdict.Bystanders),
                MatrixTable.Figure(score.PeopleRead(leak)), new Text(ScoreboardText.Of(Criterion.Find("C9")!.Value(score))),
            ]);
        }
        console.Write(table);
    }

    private static void WriteCriteria(Scoreboard scoreboard, Criterion[] criteria, IAnsiConsole console)
    {
        Table table = Headed(["design", .. criteria.Select(criterion => $"{criterion.Id}\n{criterion.Title}")]);
        foreach (Score score in scoreboard.Scores)
            table.AddRow([new Text(score.Design.Id), .. criteria.Select(criterion => new Text(ScoreboardText.Of(criterion.Value(score))))]);
        console.Write(table);
        foreach (Criterion criterion in criteria)
            console.WriteLine($"  {criterion.Id} {criterion.Title}: {criterion.Unit}.");
        console.WriteLine();
    }

    private static void WriteWeighted(Scoreboard scoreboard, Weights weights, IAnsiConsole console)
    {
        Table table = Headed("design", "by your\nweights");
        foreach (Score score in scoreboard.Scores)
            table.AddRow(new Text(score.Design.Id), new Text(weights.Of(score, scoreboard).ToString("0.00", CultureInfo.InvariantCulture)));
        console.WriteLine();
        console.WriteLine("With the weights that you chose, and that nobody else has to choose:");
        console.Write(table);
    }

    private static void WriteMeasured(Scoreboard scoreboard, IAnsiConsole console)
    {
        Table table = Headed("design", "microseconds\na message", "times\nstrict");
        foreach (Score score in scoreboard.Scores)
            table.AddRow(
                new Text(score.Design.Id),
                new Text(score.Microseconds.ToString("0.0", CultureInfo.InvariantCulture)),
                new Text(score.TimesStrict.ToString("0.00", CultureInfo.InvariantCulture)));
        console.WriteLine();
        console.WriteLine("MEASURED on this machine, and different each time: all work on a message, from the sender's app to the recipients' (C15, in time):");
        console.Write(table);
    }

    private static Table Headed(params IEnumerable<string> headings)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (string heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)).NoWrap());
        return table;
    }

    private static Text Count(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
