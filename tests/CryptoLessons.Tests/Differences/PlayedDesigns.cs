using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Tests.Differences;

/// <summary>The built-in conversation as each design puts it on the wire, played once for all tests.</summary>
internal static class PlayedDesigns
{
    public static Conversation Conversation { get; } = BuiltInConversation.Load();

    public static IReadOnlyDictionary<string, Transcript> Transcripts { get; } =
        Design.All.ToDictionary(design => design.Id, design => Play(design.Deploy));

    public static Transcript Play(Func<IReadOnlyList<string>, SeededRandom, IDeployment> deploy, long seed = MatrixRequest.DefaultSeed)
    {
        var random = new SeededRandom(seed);
        Script script = ConversationScript.Write(Conversation, random.Child("bystanders"));
        return new Game(people => deploy(script.People, people), script, 20, "Alice", random).Transcript;
    }
}
