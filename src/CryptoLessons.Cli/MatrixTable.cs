using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using Spectre.Console;

namespace CryptoLessons.Cli;

/// <summary>The matrix as a table for people.</summary>
internal static class MatrixTable
{
    private const int MostUnparsedShown = 5;
    private const int LongestDerivation = 200;

    // So many tables are still seen at a glance.
    private const int MostWithoutOverview = 6;

    public static void Write(MatrixResult result, bool overviewOnly, IAnsiConsole console)
    {
        WriteConversation(result.Request, console);
        if (!overviewOnly)
            WriteDesigns(result, console);
        // Last, where it is on the screen when all is printed.
        if (overviewOnly || result.Designs.Count > MostWithoutOverview)
        {
            console.WriteLine();
            MatrixOverview.Write(result, console);
        }
    }

    /// <summary>A number of messages that somebody read who was not meant to.</summary>
    public static Text Figure(int messages) =>
        new(messages.ToString(CultureInfo.InvariantCulture), messages == 0 ? Style.Plain : new Style(Color.Red, decoration: Decoration.Bold));

    private static void WriteDesigns(MatrixResult result, IAnsiConsole console)
    {
        string target = Harmless.Name(result.Request.Target);
        foreach (DesignResult row in result.Designs)
        {
            console.WriteLine();
            console.WriteLine($"{row.Design.Id}: {row.Design.Title}");
            console.Write(Table(row, result));
            foreach (Cell cell in row.Cells)
                if (cell.Verdict.Recovered.Values.FirstOrDefault() is { } first)
                    Write(console, $"  {cell.Compromise} read message {first.Message}: {Derivation(first)}");
            Write(console, $"  A warrant naming {target} opened {row.Lawful.Opened} of {row.Lawful.Of} messages.");
            Write(console, $"  A message has {row.BytesPerMessage:F1} bytes on the wire.");
        }
        console.WriteLine();
        console.WriteLine("Past, future, bystanders: messages that the attack really decrypted.");
        console.WriteLine("Stored: messages that lay readable on the seized phone. Control: what the same attack read with unrelated secrets.");
        console.WriteLine("Noticed, by those who are attacked: automatically, their devices warn them; if compared, whoever compares what everybody can see finds out.");
    }

    /// <summary>Writes what was played.</summary>
    public static void WriteConversation(MatrixRequest request, IAnsiConsole console)
    {
        Conversation conversation = request.Conversation;
        string messages = Count(conversation.Messages.Count, "message"), attachments = Count(conversation.Attachments, "attachment");
        string source = Harmless.Name(conversation.Source);
        Write(console, $"{source} ({conversation.Format}): {messages}, {conversation.People.Count} people, {attachments}.");
        Write(console, $"The compromise happens at message {request.At}; the target is {Harmless.Name(request.Target)}; seed {request.Seed}, profile {request.Profile}.");
        foreach (string note in conversation.Notes)
            Write(console, $"  {Harmless.Text(note)}");
        foreach (UnparsedLine line in conversation.Unparsed.Take(MostUnparsedShown))
            Write(console, $"  line {line.Line} is no message ({line.Why}): {Harmless.Text(line.Text)}");
        if (conversation.Unparsed.Count > MostUnparsedShown)
            Write(console, $"  and {conversation.Unparsed.Count - MostUnparsedShown} more lines that are no messages");
    }

    private static Table Table(DesignResult row, MatrixResult result)
    {
        int at = result.Request.At, length = result.Request.Conversation.Messages.Count;
        var table = new Table().Border(TableBorder.Simple);
        string[] headings =
        [
            "compromise", $"past\nof {at}", $"future\nof {length - at}", $"bystanders\nof {result.Bystanders}", $"stored\nof {row.HistoryOf}",
            "forged", "noticed", "control",
        ];
        foreach (string heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)).NoWrap());
        foreach (Cell cell in row.Cells)
            table.AddRow(
                new Text(cell.Compromise),
                Figure(cell.Verdict.Past),
                Figure(cell.Verdict.Future),
                Figure(cell.Verdict.Bystanders),
                Figure(cell.History),
                new Text(Words(cell.Forged)),
                new Text(Words(cell.Noticed)),
                Figure(cell.Control.Recovered.Count));
        return table;
    }

    private static string Words(Forged forged) => forged switch
    {
        Forged.None => "no",
        Forged.Slot => "one slot",
        Forged.Hijack => "hijack",
        Forged.Impersonate => "impersonate",
        _ => throw new ArgumentOutOfRangeException(nameof(forged), forged, null),
    };

    private static string Words(Noticed noticed) => noticed switch
    {
        Noticed.No => "no",
        Noticed.IfCompared => "if compared",
        Noticed.Automatically => "automatically",
        _ => throw new ArgumentOutOfRangeException(nameof(noticed), noticed, null),
    };

    private static string Derivation(Guess guess) => Harmless.Text(Harmless.Cut(guess.How.ToString(), LongestDerivation));

    private static string Count(int number, string noun) => FormattableString.Invariant($"{number} {noun}{(number == 1 ? "" : "s")}");

    private static void Write(IAnsiConsole console, FormattableString line) => console.WriteLine(FormattableString.Invariant(line));
}
