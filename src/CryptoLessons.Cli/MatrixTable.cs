using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using Spectre.Console;

namespace CryptoLessons.Cli;

/// <summary>The matrix as a table for people.</summary>
internal static class MatrixTable
{
    private const int NarrowestTable = 100;

    public static void Write(MatrixResult result, TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Math.Max(console.Profile.Width, NarrowestTable);
        Conversation conversation = result.Request.Conversation;
        int at = result.Request.At, length = conversation.Messages.Count;
        string target = Harmless.Name(result.Request.Target);

        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Harmless.Name(conversation.Source)} ({conversation.Format}): {length} messages, {conversation.People.Count} people, {conversation.Attachments} attachments. "
            + $"The compromise happens at message {at}; the target is {target}."));
        foreach (string note in conversation.Notes)
            console.WriteLine($"  {Harmless.Text(note)}");
        foreach (UnparsedLine line in conversation.Unparsed.Take(MostUnparsedShown))
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  line {line.Line} is no message ({line.Why}): {Harmless.Text(line.Text)}"));
        if (conversation.Unparsed.Count > MostUnparsedShown)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {conversation.Unparsed.Count - MostUnparsedShown} more lines that are no messages"));

        foreach (DesignResult row in result.Designs)
        {
            console.WriteLine();
            console.WriteLine($"{row.Design.Id}: {row.Design.Title}");
            console.Write(Table(row, result));
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"A warrant naming {target} opened {row.WarrantOpened} of {row.WarrantOf} messages. {row.BytesPerMessage:F1} bytes a message on the wire."));
        }
        console.WriteLine();
        console.WriteLine("Each figure counts messages that the attack really decrypted. Each attack ran again with unrelated secrets: column control.");
    }

    private const int MostUnparsedShown = 5;

    private static Table Table(DesignResult row, MatrixResult result)
    {
        int at = result.Request.At, length = result.Request.Conversation.Messages.Count;
        var table = new Table().Border(TableBorder.Simple);
        foreach (string heading in (string[])["compromise", "past", "future", "bystanders", "stored", "forged", "noticed", "control"])
            table.AddColumn(new TableColumn(heading).NoWrap());
        foreach (Cell cell in row.Cells)
            table.AddRow(
                new Text(cell.Compromise),
                Share(cell.Verdict.Past, at),
                Share(cell.Verdict.Future, length - at),
                Share(cell.Verdict.Bystanders, result.Bystanders),
                Share(cell.History, row.HistoryOf),
                new Text(cell.Forged == Forged.None ? "no" : "one slot"),
                new Text(cell.Noticed == Noticed.No ? "no" : "yes"),
                new Text(cell.Control.Recovered.Count.ToString(CultureInfo.InvariantCulture)));
        return table;
    }

    private static Text Share(int read, int of) => new(
        string.Create(CultureInfo.InvariantCulture, $"{read} of {of}"), read == 0 ? Style.Plain : new Style(Color.Red, decoration: Decoration.Bold));
}
