using System.CommandLine;
using System.Globalization;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;
using CryptoLessons.Recordings;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons record</c>: what a wiretap has of a conversation, and apart from it the authority's key.</summary>
internal static class RecordCommand
{
    public const string Name = "record";

    public static Command Create(TextWriter output, TextWriter error)
    {
        Option<string?> chat = PlayOptions.Chat();
        var design = new Option<string>("--design")
        {
            HelpName = "ID",
            Required = true,
            Description = $"Their messenger: {string.Join(", ", Design.All.Select(known => known.Id))}.",
        };
        var place = new Option<string>("--out")
        {
            HelpName = "DIR",
            Required = true,
            Description = "The folder for the recording: an empty one, or one that is made.",
        };
        Option<long?> seed = PlayOptions.Seed();
        Option<string?> profile = PlayOptions.Profile();
        var leak = new Option<string?>("--leak")
        {
            HelpName = "KEYFILE",
            Description = "Also write the authority's private key, to a file outside DIR.",
        };

        var command = new Command(Name, "Plays a conversation under a design and records what a wiretap has of it.")
        {
            chat, design, place, seed, profile, leak,
        };
        command.SetAction(parsed =>
        {
            if (!PlayOptions.TryRead(parsed.GetValue(chat), out Conversation? conversation, out string? complaint))
                return Complaint.Write(error, complaint!);
            var (request, impossible) = MatrixRequest.Create(
                conversation!, seed: parsed.GetValue(seed), profile: PlayOptions.Read(parsed, profile), designs: [parsed.GetRequiredValue(design)]);
            if (request is null)
                return Complaint.Write(error, impossible!);
            var recorder = new Recorder(request.Conversation, request.Designs[0], request.Seed);
            string folder = parsed.GetRequiredValue(place);
            string? keyFile = parsed.GetValue(leak);
            if (folder.Length == 0 || folder.Contains('\0'))
                return Complaint.Write(error, $"'{folder}' is no name of a folder: choose an empty one, or one that is made.");
            if (keyFile is not null && recorder.AuthorityKey is null)
            {
                string others = string.Join(", ", recorder.DesignsWithAnAuthorityKey.Select(known => known.Id));
                return Complaint.Write(error, $"The access secret of {request.Designs[0].Id} is not one authority's private key, "
                    + $"so that --leak has nothing to write: leave it out, or choose from {others}.");
            }
            if (IsIn(folder, keyFile))
                return Complaint.Write(
                    error, $"'{keyFile}' would lie among the recordings, where no wiretap finds a key: choose a place outside '{folder}'.");
            WholeFile? key = keyFile is null ? null : WholeFile.At(keyFile, parsed.GetValue(chat));
            using var recording = new RecordingWriter(folder, recorder.Head);
            recorder.Record(recording, new MessagesSent(error));
            key?.Write(writer => writer.Write(LeakedKey.Write(recorder.AuthorityKey!, request.Designs[0].Id)));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{recording.Envelopes:N0} envelopes in {recording.Parts:N0} parts."));
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Whether a file would lie in a folder.</summary>
    public static bool IsIn(string folder, string? file) => file is { Length: > 0 } && !file.Contains('\0')
        && Path.GetDirectoryName(Path.GetFullPath(file)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private sealed class MessagesSent(TextWriter error) : IProgress<int>
    {
        private readonly ProgressLines lines = new(error);

        public void Report(int value) => lines.Report(string.Create(CultureInfo.InvariantCulture, $"{value:N0} messages sent"));
    }
}
