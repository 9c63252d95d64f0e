using System.CommandLine;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;

namespace CryptoLessons.Cli;

/// <summary>The options that say what a matrix is to be made of.</summary>
internal sealed class RequestOptions
{
    private readonly Option<int?> at = new("--at")
    {
        HelpName = "K",
        CustomParser = PlayOptions.Number<int>,
        Description = "The message at which the compromise happens; without it, half-way.",
    };

    private readonly Option<string?> target = new("--target")
    {
        HelpName = "NAME",
        Description = "Whose phone is seized and whom the warrant names; without it, the sender of message K.",
    };

    private readonly Option<long?> seed = PlayOptions.Seed();

    private readonly Option<string?> profile = PlayOptions.Profile();

    private readonly Option<string[]> design = new("--design") { HelpName = "ID", Description = "A design to run, may be repeated; without it, all." };

    /// <summary>The chat, which a page must not be written over.</summary>
    public Option<string?> Chat { get; } = PlayOptions.Chat();

    /// <summary>Puts the options into a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Chat, at, target, seed, profile, design])
            command.Options.Add(option);
    }

    /// <summary>What was asked for, or the sentence that says why there can be none.</summary>
    public (MatrixRequest? Request, string? Complaint) Read(ParseResult parsed) =>
        PlayOptions.TryRead(parsed.GetValue(Chat), out Conversation? conversation, out string? complaint)
            ? MatrixRequest.Create(
                conversation!, parsed.GetValue(at), parsed.GetValue(target), parsed.GetValue(seed), PlayOptions.Read(parsed, profile), parsed.GetValue(design) ?? [])
            : (null, complaint);
}
