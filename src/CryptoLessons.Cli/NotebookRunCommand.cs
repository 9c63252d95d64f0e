using System.CommandLine;
using System.Globalization;
using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Format;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons notebook run</c>: a notebook from its first cell to its last, with nobody looking on.</summary>
internal static class NotebookRunCommand
{
    public const string Name = "run";

    public static Command Create(TextWriter output, TextWriter error, CancellationToken stop)
    {
        var file = new Argument<string>("NOTEBOOK") { Description = "A notebook whose cells are C#: X.ipynb." };
        var place = new Option<string?>("--out")
        {
            HelpName = "FILE",
            Description = "Also write the notebook with what its cells put out; the one that is run stays as it is, unless it is named here.",
        };

        var command = new Command(Name, "Runs every cell of a notebook and prints what it puts out; stops at the first that fails, and names it.")
        {
            file, place,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            if (!TryRead(path, out Notebook? notebook, out string? complaint))
                return Complaint.Write(error, $"'{path}' {complaint}");
            WholeFile? executed = parsed.GetValue(place) is { } there ? WholeFile.At(there, source: null) : null;
            NotebookRun run = Stopping.OnInterrupt(
                stopping => NotebookRunner.Run(notebook!, shown => Print(shown, output, error), new ProgressLines(error), stopping), stop);
            executed?.WriteBytes(run.Notebook.Write);
            if (run.Error is not { } failure)
                return ExitCode.Success;
            string sentence = string.Create(CultureInfo.InvariantCulture, $"'{path}': cell {run.FailedCell} of {run.Notebook.Cells.Count} ");
            Complaint.Write(error, [sentence + (run.Outcome == CellOutcome.Failed ? "failed." : "was interrupted."), .. failure.Trace]);
            return run.Outcome == CellOutcome.Failed ? ExitCode.CellFailed : ExitCode.Interrupted;
        });
        return command;
    }

    private static void Print(CellOutput shown, TextWriter output, TextWriter error)
    {
        if (shown is DisplayOutput display)
            output.WriteLine(display.Exhibit.Text);
        else if (shown is StreamOutput stream)
            (stream.Name == "stderr" ? error : output).Write(stream.Text);
    }

    private static bool TryRead(string path, out Notebook? notebook, out string? complaint)
    {
        (notebook, complaint) = (null, null);
        try
        {
            (notebook, complaint) = Notebook.Read(File.ReadAllBytes(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            complaint = $"cannot be read: {failure.Message}";
        }
        return complaint is null;
    }
}
