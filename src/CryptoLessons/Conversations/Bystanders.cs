using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Conversations;

/// <summary>People who have nothing to do with the conversation, and use the same messenger at the same time.</summary>
internal static class Bystanders
{
    public const int Pairs = 3;
    public const int MessagesPerPair = 12;

    private static readonly string[] Remarks =
    [
        "Is the library open on Monday?", "Yes, until six.", "I left the key under the blue pot.", "The bus is ten minutes late.",
        "Shall I bring bread?", "Two loaves, please.", "The rehearsal is moved to Thursday.", "I can lend you the ladder.",
        "It rains here.", "Same here, all day.", "The parcel has come.", "See you at the station.",
    ];

    /// <summary>The bystanders' messages, spread evenly over the conversation; each comes after the conversation's message of that index.</summary>
    /// <param name="conversation">Beside whom they talk; nobody has a name of theirs.</param>
    /// <param name="random">The seed's stream for what they say.</param>
    public static ILookup<int, ScriptedMessage> Beside(Conversation conversation, SeededRandom random)
    {
        const int Total = Pairs * MessagesPerPair;
        int length = conversation.Messages.Count;
        var messages = new List<(int After, ScriptedMessage Message)>();
        Span<byte> draw = stackalloc byte[2];
        for (int i = 0; i < Total; i++)
        {
            int pair = i % Pairs, turn = i / Pairs, after = (int)((long)i * length / Total);
            string one = Name(conversation, pair, 'a'), other = Name(conversation, pair, 'b');
            random.Fill(draw);
            // The first message is always by the same person: two people who open a session at once are another lesson.
            bool fromOne = turn == 0 || draw[0] % 2 == 0;
            var said = new ChatMessage(1, fromOne ? one : other, conversation.Messages[after].Time, Remarks[draw[1] % Remarks.Length], null);
            messages.Add((after, new(length + 1 + i, said.From, [fromOne ? other : one], said.Time, MessageContent.Encode(said))));
        }
        return messages.ToLookup(entry => entry.After, entry => entry.Message);
    }

    private static string Name(Conversation conversation, int pair, char which)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"bystander {pair + 1}{which}");
        while (conversation.People.Contains(name))
            name += "'";
        return name;
    }
}
