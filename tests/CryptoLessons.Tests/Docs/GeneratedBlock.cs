using System.Text.RegularExpressions;
using CryptoLessons.Cli;
using CryptoLessons.Tests.SamplePrograms;

namespace CryptoLessons.Tests.Docs;

/// <summary>A fenced block of a page below a comment that says what made it: <c>output of: COMMAND</c>, maybe with <c>, up to WORD</c> where what
/// follows is measured, or <c>source: FILE, member NAME</c>.</summary>
internal sealed partial record GeneratedBlock(string Page, string Maker, string Text)
{
    private const string Command = "dotnet run --project src/CryptoLessons.Cli";

    /// <summary>Every such block of a page.</summary>
    public static IEnumerable<GeneratedBlock> In(string page) =>
        Block().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")).Select(match => new GeneratedBlock(page, match.Groups["maker"].Value, match.Groups["text"].Value));

    /// <summary>What the block should say.</summary>
    public string Make() => Maker switch
    {
        _ when Maker.StartsWith("output of: " + Command, StringComparison.Ordinal) => OutputOf(Maker["output of: ".Length..]),
        _ when Sample().Match(Maker) is { Success: true } sample => TrimLines(SampleProgram.Run(sample.Groups["file"].Value)),
        _ when Source().Match(Maker) is { Success: true } source => Member(source.Groups["file"].Value, source.Groups["member"].Value),
        _ => throw new InvalidOperationException($"{Page}: nobody knows how to make '{Maker}'."),
    };

    /// <summary>Puts what the block should say into its page.</summary>
    public void Update()
    {
        string page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        Match block = Block().Matches(page).Single(match => match.Groups["maker"].Value == Maker);
        Group text = block.Groups["text"];
        File.WriteAllText(Page, page[..text.Index] + Make() + page[(text.Index + text.Length)..]);
    }

    private static string OutputOf(string command)
    {
        string[] parts = command.Split(", up to ");
        string[] args = parts[0][Command.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var output = new StringWriter();
        int status = CommandLine.Run([.. args.Skip(1)], output, TextWriter.Null);
        string printed = parts.Length == 1 ? output.ToString() : output.ToString()[..output.ToString().IndexOf(parts[1], StringComparison.Ordinal)];
        return status == 0 ? TrimLines(printed) : throw new InvalidOperationException($"'{command}' ended with status {status}.");
    }

    private static string Member(string file, string member)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf(file.Split('/')));
        int first = Array.FindIndex(lines, line => Declaration().Match(line).Groups["name"].Value == member);
        if (first < 0)
            throw new InvalidOperationException($"{file} has no member {member}.");
        int last = Array.FindIndex(lines, first, line => line is "    }" || line.EndsWith(';') && !lines[first + 1].StartsWith("    {", StringComparison.Ordinal));
        return string.Concat(lines[first..(last + 1)].Select(line => (line.Length > 4 ? line[4..] : "") + "\n"));
    }

    private static string TrimLines(string text) => string.Concat(text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd() + "\n"));

    [GeneratedRegex(@"<!-- (?<maker>(output of|source): [^\n]*?) -->\n```\w*\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^output of: dotnet run (?<file>samples/\S+\.cs)$")]
    private static partial Regex Sample();

    [GeneratedRegex(@"^    (public|internal|private) [^=]*? (?<name>\w+)\(")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^source: (?<file>\S+), member (?<member>\w+)$")]
    private static partial Regex Source();
}
