using CryptoLessons.Adversary;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>A chat of two people under a key that is renewed: which key each message is under, and which keys each phone holds.</summary>
/// <remarks>
/// A key agreed by Diffie-Hellman needs something from either side. The first message beyond the key's share offers, the other's next one
/// answers, and then the first who speaks of those who know that both have it uses it. The old key goes when a message under the new one has come.
/// </remarks>
/// <param name="messagesAKey">A renewal begins after so many messages.</param>
internal sealed class SecretChatExposure(int messagesAKey)
{
    private readonly List<(int Number, int Key)> said = [];
    private readonly Dictionary<string, (int Oldest, int Newest)> held = [];
    private string? offeredBy;
    private bool answered;

    /// <summary>The messages of the owner's chat with somebody that open with the keys held at the compromise.</summary>
    internal IEnumerable<int> Opened(ExposureScene scene, string owner, string other)
    {
        (held[owner], held[other]) = ((0, 0), (0, 0));
        (int Oldest, int Newest)? stolen = null;
        foreach (ScriptedMessage message in scene.Script.Conversation)
        {
            bool ours = message.From == owner || message.From == other;
            string to = message.From == owner ? other : owner;
            Action arrive = ours ? Send(message.Number, message.From, to) : () => { };
            // Before the first message there is no chat.
            if (message.Number == scene.At && said.Count > 0)
                stolen = held[owner];
            arrive();
        }
        return said.Where(message => stolen is var (oldest, newest) && message.Key >= oldest && message.Key <= newest)
            .Select(message => message.Number);
    }

    private Action Send(int number, string from, string to)
    {
        int key = held[from].Oldest;
        if (offeredBy == from && answered)
        {
            (offeredBy, answered) = (null, false);
            key = held[from].Newest;
        }
        else if (held[from].Newest > key && offeredBy is null)
            key = held[from].Newest;
        bool offers = offeredBy is null && held[from].Newest == key && said.Count(message => message.Key == key) >= messagesAKey;
        bool answers = offeredBy == to && !answered;
        said.Add((number, key));
        if (offers)
            offeredBy = from;
        answered |= answers;
        return () =>
        {
            if (offers || answers)
                held[to] = (held[to].Oldest, key + 1);
            if (key > held[to].Oldest)
                held[to] = (key, held[to].Newest);
        };
    }
}
