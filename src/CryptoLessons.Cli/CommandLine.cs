using System.CommandLine;
using System.CommandLine.Parsing;

namespace CryptoLessons.Cli;

/// <summary>The command <c>cryptolessons</c>.</summary>
public static class CommandLine
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments; none mean <c>matrix</c>.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where progress and complaints go.</param>
    /// <returns>0; or 2 when the input cannot be used or the output not be written, with a sentence on <paramref name="error"/>.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var root = new RootCommand("Measures what a back door does to end-to-end encryption.") { MatrixCommand.Create(output, error) };
        ParseResult parsed = root.Parse(args.Count == 0 ? [MatrixCommand.Name] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError complaint in parsed.Errors)
                error.WriteLine(Harmless.Text(complaint.Message));
            error.WriteLine("cryptolessons --help shows what there is.");
            return ExitCode.BadInput;
        }
        try
        {
            int status = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            output.Flush();
            return status;
        }
        catch (IOException failure)
        {
            error.WriteLine($"The output cannot be written: {failure.Message} Choose another place for it, or make room.");
            return ExitCode.BadInput;
        }
    }
}
