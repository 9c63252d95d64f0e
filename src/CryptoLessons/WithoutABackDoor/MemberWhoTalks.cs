using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>What a group's messages say to whom, when one member shows the phone: an informant, somebody undercover, or a witness.</summary>
/// <param name="Members">How many people are in the group.</param>
/// <param name="Messages">How many messages were sent in it.</param>
/// <param name="Shown">How many of them the member's phone shows.</param>
/// <param name="ShownBefore">How many of those sent before they joined.</param>
/// <param name="ShownSince">How many of those sent since they joined.</param>
/// <param name="OnTheWire">How many a tap on the wire reads at the same time.</param>
/// <param name="AtTheServer">How many a copy of the server reads.</param>
/// <param name="Bystanders">How many messages of anybody outside the group the member's phone, with all its keys, reads.</param>
/// <param name="Noticed">Whether the others' devices could notice.</param>
public sealed record MemberWhoTalks(
    int Members, int Messages, int Shown, int ShownBefore, int ShownSince, int OnTheWire, int AtTheServer, int Bystanders, Noticed Noticed)
{
    private const string Member = "Dave";
    private static readonly string[] Others = ["Alice", "Bob", "Carol"];
    private static readonly string[] Remarks =
        ["The choir meets at seven.", "Who brings the scores?", "I do.", "The hall is cold.", "Wear a coat.", "See you there."];

    /// <summary>Plays a group's messages under Signal's protocol as it is, and looks at one member's phone after the last.</summary>
    /// <param name="messages">How many messages.</param>
    /// <param name="joined">After how many of them the member joined; 0 for a member from the start.</param>
    /// <param name="seed">Draws speakers and keys.</param>
    public static MemberWhoTalks Run(int messages, int joined, long seed = MatrixRequest.DefaultSeed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(joined);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(joined, messages);
        SeededRandom random = new SeededRandom(seed).Child("member who talks");
        Game game = Strict.Group.Play(Write(messages, joined, random), at: messages, Member, random);
        DeviceSeizureView phone = game.DeviceSeizure();
        IReadOnlySet<int> shown = game.History(phone.Devices[0]);
        return new(
            Others.Length + 1, messages, shown.Count, shown.Count(number => number <= joined), shown.Count(number => number > joined),
            Conversation(game.Read(new ReadTheWire(), game.Wiretap())), Conversation(game.Read(new ReadTheServer(), game.ServerBreach())),
            game.Read(new ReadAfterDeviceSeizure(), phone).Bystanders, game.Noticed);
    }

    private static int Conversation(Verdict verdict) => verdict.Past + verdict.Future;

    /// <summary>The member is silent before joining, and has the last word, so that nothing is in flight when the phone is looked at.</summary>
    private static Script Write(int messages, int joined, SeededRandom random)
    {
        DateTimeOffset start = new(2017, 3, 22, 19, 0, 0, TimeSpan.Zero);
        SeededRandom speakers = random.Child("speakers");
        var chat = Enumerable.Range(1, messages).Select(number => new ChatMessage(
            number,
            number == messages ? Member : Speaker(speakers, number > joined),
            start.AddMinutes(number),
            string.Create(CultureInfo.InvariantCulture, $"{number}: {Remarks[number % Remarks.Length]}"),
            null));
        Script script = ConversationScript.Write(new("a group", "made up", [.. chat]), random.Child("bystanders"));
        return new([.. script.Messages.Select(message => message.Number <= joined ? Without(message) : message)], messages);
    }

    private static ScriptedMessage Without(ScriptedMessage message) => message with { To = [.. message.To.Where(person => person != Member)] };

    private static string Speaker(SeededRandom random, bool member)
    {
        Span<byte> drawn = stackalloc byte[1];
        random.Fill(drawn);
        return drawn[0] % (Others.Length + 1) is var i && i < Others.Length ? Others[i] : member ? Member : Others[0];
    }
}
