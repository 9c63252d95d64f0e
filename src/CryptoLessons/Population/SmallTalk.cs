using CryptoLessons.Conversations;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Population;

/// <summary>What people in a population say to each other, each remark as often as any other.</summary>
internal static class SmallTalk
{
    // As many as there are values in four bits, so that a byte chooses among them evenly.
    private static readonly string[] Remarks =
    [
        "The kettle is on.", "Thanks!", "On my way.", "The train stands still.", "Have you seen my umbrella?", "It hangs behind the door.",
        "The choir begins at seven.", "Save me a seat.", "The tomatoes are ripe.", "I bring a cake.", "Which platform?", "Platform four.",
        "The dentist moved my appointment.", "Happy birthday!", "We are out of milk.", "I have two tickets.",
    ];

    /// <summary>How many remarks there are.</summary>
    public static int Count => Remarks.Length;

    /// <summary>The one that a list stands for on which phones compare messages, where there is such a list.</summary>
    public static string Listed => Remarks[0];

    /// <summary>The next remark.</summary>
    public static string Draw(RandomSource random)
    {
        Span<byte> draw = stackalloc byte[1];
        random.Fill(draw);
        return Remarks[draw[0] % Remarks.Length];
    }

    /// <summary>What the app hands to the protocol for a text.</summary>
    public static ReadOnlyMemory<byte> Encode(string from, DateTimeOffset time, string text) =>
        MessageContent.Encode(new ChatMessage(1, from, time, text, null));
}
