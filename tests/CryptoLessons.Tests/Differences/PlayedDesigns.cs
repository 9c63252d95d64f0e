using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;

namespace CryptoLessons.Tests.Differences;

/// <summary>The built-in conversation as each design puts it on the wire, played once for all tests.</summary>
internal static class PlayedDesigns
{
    public static Conversation Conversation { get; } = BuiltInConversation.Load();

    public static IReadOnlyDictionary<string, Transcript> Transcripts { get; } = Design.All.ToDictionary(design => design.Id, design => Play(design));

    public static Transcript Play(Design design, long seed = MatrixRequest.DefaultSeed) => design.Play(Conversation, 20, "Alice", seed).Transcript;
}
