using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Recordings;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons read</c>: the mass reader. One leaked key, recordings of any size, all cores.</summary>
internal static class ReadCommand
{
    public const string Name = "read";

    private const int LongestKeyFile = 1 << 16;
    private const int MostCores = 4096;

    public static Command Create(TextWriter output, TextWriter error, CancellationToken stop)
    {
        var authority = new Option<string>("--authority")
        {
            HelpName = "KEYFILE",
            Required = true,
            Description = "The leaked key, as record --leak writes it.",
        };
        var transcripts = new Option<string>("--transcripts") { HelpName = "DIR", Required = true, Description = "The folder with the recordings." };
        var shard = new Option<Shard?>("--shard")
        {
            HelpName = "I/N",
            CustomParser = ReadShard,
            Description = "Read every N-th part only, beginning with the I-th.",
        };
        var place = new Option<string?>("--out")
        {
            HelpName = "FILE",
            Description = "Write what was read, a line of JSON a message; what a stopped run has finished is not done again. Without it, only count.",
        };
        var cores = new Option<int?>("--cores")
        {
            HelpName = "N",
            CustomParser = PlayOptions.Number<int>,
            Description = "How many cores to use; without it, all. No output depends on it.",
        };

        var command = new Command(Name, "Opens with one leaked key all that it opens of what was recorded.")
        {
            authority, transcripts, shard, place, cores,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(cores) is < 1 or > MostCores)
                return Complaint.Write(error, $"{parsed.GetValue(cores)} cores cannot be used: choose --cores from 1 to {MostCores}.");
            if (!TryReadKey(parsed.GetRequiredValue(authority), out DhKeyPair? key, out string? complaint))
                return Complaint.Write(error, complaint!);
            using (key)
            {
                var (recordings, unreadable) = RecordingFolder.Open(parsed.GetRequiredValue(transcripts));
                if (recordings is null)
                    return Complaint.Write(error, unreadable!);
                string? path = parsed.GetValue(place);
                if (RecordCommand.IsIn(parsed.GetRequiredValue(transcripts), path))
                    return Complaint.Write(
                        error, $"'{path}' would lie among the recordings, where the next run would take it for one: choose a place outside.");
                if (!TryOpen(path, out FileStream? file, out complaint))
                    return Complaint.Write(error, complaint!);
                using (file)
                {
                    var reader = new MassReader(recordings, key!, parsed.GetValue(shard), parsed.GetValue(cores));
                    // Ctrl+C ends the run after the batches that are being opened.
                    var (result, another) = Stopping.OnInterrupt(stopping => reader.Run(file, new PartsRead(error), stopping), stop);
                    if (result is null)
                        return Complaint.Write(error, $"'{path}' {another}");
                    ReadingPage.Write(result, output);
                    return result.Fault is { } fault ? Complaint.Write(error, fault)
                        : result.Parts == result.Of ? ExitCode.Success
                        : ExitCode.Interrupted;
                }
            }
        });
        return command;
    }

    private static bool TryReadKey(string path, out DhKeyPair? key, out string? complaint)
    {
        (key, complaint) = (null, null);
        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] text = new byte[LongestKeyFile];
            int length = file.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            (key, complaint) = LeakedKey.Read(System.Text.Encoding.UTF8.GetString(text, 0, length));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            complaint = $"cannot be read: {failure.Message}";
        }
        complaint = complaint is null ? null : $"'{path}' {complaint}";
        return complaint is null;
    }

    /// <summary>The output with nobody else at it; what it holds is not touched yet.</summary>
    private static bool TryOpen(string? path, out FileStream? file, out string? complaint)
    {
        (file, complaint) = (null, null);
        if (path is null)
            return true;
        try
        {
            file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            if (!file.CanSeek)
                complaint = $"'{path}' is no ordinary file: choose another --out.";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            complaint = $"'{path}' cannot be written: {failure.Message} "
                + "If another run is writing it, wait for its end; otherwise choose another --out.";
        }
        if (complaint is not null)
            file?.Dispose();
        return complaint is null;
    }

    private static Shard? ReadShard(ArgumentResult argument)
    {
        string given = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (Shard.Parse(given) is { } shard)
            return shard;
        argument.AddError($"--shard: '{given}' is no share such as 2/8, the second of eight: choose I from 1 to N.");
        return null;
    }

    private sealed class PartsRead(TextWriter error) : IProgress<ReadingResult>
    {
        private readonly ProgressLines lines = new(error);

        public void Report(ReadingResult value) => lines.Report(string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Parts:N0} of {value.Of:N0} parts read, {value.Tally.Opened:N0} of {value.Tally.Messages:N0} messages opened, "
            + $"{value.Rate.PerSecond:N0} a second"));
    }
}
