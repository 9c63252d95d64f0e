using System.CommandLine;
using CryptoLessons.Notebooks.Lessons;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons notebook build</c>: of each lesson a notebook and a page.</summary>
internal static class NotebookBuildCommand
{
    public const string Name = "build";

    public static Command Create(TextWriter output, TextWriter error, CancellationToken stop)
    {
        Option<string> lessons = Folder("--lessons", "samples/lessons", "The folder with the lessons, C# files in the percent form.");
        Option<string> notebooks = Folder("--notebooks", "samples/notebooks", "Where the notebooks go, with what their cells put out.");
        Option<string> pages = Folder("--pages", "docs/lessons", "Where the pages go, and the index of them.");

        var command = new Command(Name, "Runs every lesson and makes a notebook and a page of it; files that are already as they should be stay untouched.")
        {
            lessons, notebooks, pages,
        };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetValue(lessons)!;
            if (!Directory.Exists(folder))
                return Complaint.Write(error, $"There is no folder '{folder}': run this in the repository, or name one with --lessons.");
            IReadOnlyList<LessonFile> files;
            IReadOnlyList<string> complaints;
            try
            {
                (files, complaints) = Stopping.OnInterrupt(stopping => LessonBuild.Of(folder, new ProgressLines(error), stopping), stop);
            }
            catch (OperationCanceledException)
            {
                Complaint.Write(error, "The lessons were stopped, and nothing was written.");
                return ExitCode.Interrupted;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return Complaint.Write(error, $"A lesson in '{folder}' cannot be read: {failure.Message}");
            }
            if (complaints.Count > 0)
                return Complaint.Write(error, complaints);
            int written = files.Count(file => Write(parsed.GetValue(file.IsNotebook ? notebooks : pages)!, file));
            output.WriteLine(FormattableString.Invariant($"{files.Count} files made of the lessons in '{folder}', {written} of them written anew."));
            return ExitCode.Success;
        });
        return command;
    }

    private static bool Write(string folder, LessonFile file)
    {
        string path = Path.Combine(folder, file.Name);
        if (File.Exists(path) && file.Bytes.Span.SequenceEqual(File.ReadAllBytes(path)))
            return false;
        Directory.CreateDirectory(folder);
        WholeFile.At(path, source: null).WriteBytes(stream => stream.Write(file.Bytes.Span));
        return true;
    }

    private static Option<string> Folder(string name, string usual, string description) => new(name)
    {
        HelpName = "DIR",
        Description = description,
        DefaultValueFactory = _ => usual,
    };
}
