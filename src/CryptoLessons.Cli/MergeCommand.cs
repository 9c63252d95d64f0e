using System.CommandLine;
using CryptoLessons.Recordings;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons merge</c>: joins what shards of the mass reader wrote.</summary>
internal static class MergeCommand
{
    public const string Name = "merge";

    public static Command Create(TextWriter output, TextWriter error)
    {
        var shards = new Argument<string[]>("SHARD")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "What read --shard --out wrote, all shards of one run in any order.",
        };
        var place = new Option<string>("--out")
        {
            HelpName = "FILE",
            Required = true,
            Description = "Where the whole goes: what one run without shards would have written.",
        };

        var command = new Command(Name, "Joins the shards of one run of read to what it would have written without shards.") { place, shards };
        command.SetAction(parsed =>
        {
            string[] paths = parsed.GetRequiredValue(shards);
            string target = parsed.GetRequiredValue(place);
            foreach (string path in paths)
                WholeFile.At(target, path, "a shard itself");
            WholeFile whole = WholeFile.At(target, source: null);
            var files = new List<(string Name, Stream Stream)>();
            try
            {
                foreach (string path in paths)
                    if (TryOpen(path, out FileStream? file, out string? complaint))
                        files.Add((path, file!));
                    else
                        return Complaint.Write(error, complaint!);
                var (merge, impossible) = ShardMerge.Of(files);
                if (merge is null)
                    return Complaint.Write(error, impossible!);
                whole.WriteBytes(merge.Write);
                ReadingPage.Write(merge.Tally, output);
                return ExitCode.Success;
            }
            finally
            {
                foreach (var (_, stream) in files)
                    stream.Dispose();
            }
        });
        return command;
    }

    private static bool TryOpen(string path, out FileStream? file, out string? complaint)
    {
        (file, complaint) = (null, null);
        try
        {
            file = File.OpenRead(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            complaint = $"'{path}' cannot be read: {failure.Message}";
        }
        return complaint is null;
    }
}
