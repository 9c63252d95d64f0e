using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli;

/// <summary>The options of every command that plays a conversation.</summary>
internal static class PlayOptions
{
    public static Option<string?> Chat() => new("--chat")
    {
        HelpName = "FILE",
        Description = "A WhatsApp export (text file, folder or zip) or plain 'Name: text' lines; without it, the built-in conversation.",
    };

    public static Option<long?> Seed() => new("--seed")
    {
        HelpName = "N",
        CustomParser = Number<long>,
        Description = $"The seed of every key; without it, {MatrixRequest.DefaultSeed}.",
    };

    public static Option<string?> Profile()
    {
        var option = new Option<string?>("--profile")
        {
            HelpName = "NAME",
            Description = $"What of Signal's protocol the phones speak; without it, {Protocol.Sessions.Profile.X3dh}.",
        };
        return option.AcceptOnlyFromAmong([.. Protocol.Sessions.Profile.All.Select(profile => profile.Name)]);
    }

    /// <summary>The profile that was named; null when none was.</summary>
    public static Profile? Read(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } name ? Protocol.Sessions.Profile.Named(name) : null;

    /// <summary>The conversation that <c>--chat</c> names, the built-in one when it names none.</summary>
    public static bool TryRead(string? path, out Conversation? conversation, out string? complaint)
    {
        ChatImportResult? read = path is null ? null : ChatImport.Read(path);
        (conversation, complaint) = read is null ? (BuiltInConversation.Load(), null) : (read.Conversation, read.Error);
        return conversation is not null;
    }

    /// <summary>Reads an option's number, and complains of it in words that a reader of numbers understands.</summary>
    public static T? Number<T>(ArgumentResult argument)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        string given = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (T.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T number))
            return number;
        argument.AddError($"{(argument.Parent as OptionResult)?.Option.Name}: '{given}' is no whole number between {T.MinValue} and {T.MaxValue}.");
        return null;
    }

    /// <summary>The same for a number with decimals.</summary>
    public static T? Decimal<T>(ArgumentResult argument)
        where T : struct, INumber<T>
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        string given = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (T.TryParse(given, Styles, CultureInfo.InvariantCulture, out T number) && T.IsFinite(number))
            return number;
        argument.AddError($"{(argument.Parent as OptionResult)?.Option.Name}: '{given}' is no number such as 2.5 or 3e-8.");
        return null;
    }
}
