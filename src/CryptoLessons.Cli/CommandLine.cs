using System.CommandLine;
using System.CommandLine.Help;
using CryptoLessons.Cli.Peer;

namespace CryptoLessons.Cli;

/// <summary>The command <c>cryptolessons</c>.</summary>
public static class CommandLine
{
    private const string Name = "cryptolessons";

    // A name may begin with an at sign: without this, it would be taken for a file with more arguments.
    private static readonly ParserConfiguration NoResponseFiles = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments; none mean <c>matrix</c>.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where progress and complaints go.</param>
    /// <param name="input">Where <c>peer</c> reads its requests; standard input when left out.</param>
    /// <param name="stop">Stops <c>population</c>, <c>read</c> and <c>notebook</c>, as Ctrl+C does.</param>
    /// <returns>0; 1 when a cell of a notebook failed; 2 when the input cannot be used or the output not be written, with a sentence on <paramref name="error"/>; 130 when the run was
    /// stopped, with what was done by then on <paramref name="output"/>.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, TextReader? input = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        ParseResult parsed = Parse(args, output, error, input, stop);
        if (parsed.Errors.Count > 0)
            return Complaint.Write(error, [.. parsed.Errors.Select(wrong => wrong.Message), $"{Name} --help shows what there is."]);
        try
        {
            int status = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            output.Flush();
            return status;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Complaint.Write(error, $"The output cannot be written: {failure.Message} Choose another place for it, or make room.");
        }
    }

    /// <summary>What the arguments mean, without doing it.</summary>
    internal static ParseResult Parse(IReadOnlyList<string> args, TextWriter output, TextWriter error, TextReader? input = null, CancellationToken stop = default)
    {
        Command matrix = MatrixCommand.Create(output, error);
        string options = string.Join(", ", matrix.Options.Select(option => option.Name));
        var root = new Command(Name, "Measures what a back door does to end-to-end encryption. Without a command it runs "
            + $"{MatrixCommand.Name}, whose options are {options}: see {Name} {MatrixCommand.Name} --help.")
        {
            matrix,
            DiffCommand.Create(output, error),
            ScoreboardCommand.Create(output, error),
            PopulationCommand.Create(output, error, stop),
            RecordCommand.Create(output, error),
            ReadCommand.Create(output, error, stop),
            MergeCommand.Create(output, error),
            NotebookCommand.Create(output, error, stop),
            IllustrateCommand.Create(output),
            PeerCommand.Create(input ?? Console.In, output),
            new HelpOption { Recursive = true },
            new VersionOption(),
        };
        return root.Parse(args.Count == 0 ? [MatrixCommand.Name] : args, NoResponseFiles);
    }
}
