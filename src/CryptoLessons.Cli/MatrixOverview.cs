using System.Globalization;
using CryptoLessons.Matrix;
using Spectre.Console;

namespace CryptoLessons.Cli;

/// <summary>The matrix in one row for each design: what a person wants to see first.</summary>
internal static class MatrixOverview
{
    // The four compromises in which designs differ most: nobody is touched, the provider is, a phone is, the authority is.
    private static readonly (string Compromise, string Heading)[] Shown =
    [
        ("wiretap", "wiretap\n"), ("server-breach", "server\nbreach"), ("device-seizure", "device\nseizure"), ("escrow-leak", "escrow\nleak"),
    ];

    public static void Write(MatrixResult result, IAnsiConsole console)
    {
        int length = result.Request.Conversation.Messages.Count;
        var table = new Table().Border(TableBorder.Simple);
        string[] headings =
        [
            "design", .. Shown.Select(column => Invariant($"{column.Heading}\nof {length}")),
            Invariant($"by-\nstanders\nof {result.Bystanders}"), Invariant($"warrant\n\nof {result.Designs[0].Lawful.Of}"), "bytes a\nmessage",
        ];
        foreach (string heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)).NoWrap());
        foreach (DesignResult row in result.Designs)
            table.AddRow([
                new Text(row.Design.Id),
                .. Shown.Select(column => MatrixTable.Figure(Read(row.Cells.Single(cell => cell.Compromise == column.Compromise)))),
                MatrixTable.Figure(row.Cells.Max(cell => cell.Verdict.Bystanders)),
                new Text(row.Lawful.Opened.ToString(CultureInfo.InvariantCulture)),
                new Text(row.BytesPerMessage.ToString("F1", CultureInfo.InvariantCulture)),
            ]);
        console.WriteLine("All designs, one row each:");
        console.Write(table);
        console.WriteLine("Messages of the conversation, past and future, that the attack really decrypted; of bystanders, the most that any compromise gave.");
        console.WriteLine("Warrant: how many of the target's messages it opened.");
    }

    private static int Read(Cell cell) => cell.Verdict.Past + cell.Verdict.Future;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
