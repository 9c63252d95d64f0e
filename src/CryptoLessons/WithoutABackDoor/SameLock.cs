using System.Text;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>A customer's session with a bank and a suspect's chat through the same escrow, and what each holder of a key opens of the two.</summary>
/// <param name="Messages">How many messages each of the two has.</param>
/// <param name="WarrantBank">How many of the bank's a warrant opened that names the suspect.</param>
/// <param name="WarrantChat">How many of the chat's.</param>
/// <param name="LeakBank">How many of the bank's the leaked key opened.</param>
/// <param name="LeakChat">How many of the chat's.</param>
/// <param name="UnrelatedBank">Control: how many of the bank's an unrelated key opened.</param>
/// <param name="UnrelatedChat">Control: how many of the chat's.</param>
/// <param name="StrictBank">How many of the bank's the leaked key opened where both run without the escrow.</param>
/// <param name="StrictChat">How many of the chat's: what the authority loses by that.</param>
public sealed record SameLock(
    int Messages, int WarrantBank, int WarrantChat, int LeakBank, int LeakChat, int UnrelatedBank, int UnrelatedChat, int StrictBank, int StrictChat)
{
    private static readonly string[] Banking =
        ["Please send 40 to the garden club.", "Which code does your card show?", "531 208.", "Done. There are 120 left."];
    private static readonly string[] Chatting = ["Meet me where we met.", "With the box?", "With the box, at nine.", "I shall be there."];

    /// <summary>Plays both, and lets everybody try who has a key.</summary>
    /// <param name="seed">Draws all keys.</param>
    public static SameLock Run(long seed = MatrixRequest.DefaultSeed)
    {
        SeededRandom random = new SeededRandom(seed).Child("same lock");
        var court = new Court(random.Child("court"));
        var custody = new WholeKeyCustody(random.Child("authority"));
        var authority = new Authority(custody, court.PublicKey);
        DateTimeOffset now = new(2017, 3, 22, 14, 40, 8, TimeSpan.Zero);
        Warrant warrant = court.Issue("a suspect", now, now);
        using DhKeyPair leaked = custody.Leak(), unrelated = DhKeyPair.Generate(random.Child("unrelated"));

        TwoPhones Play((string One, string Other) names, string[] texts, bool escrowed)
        {
            // The only place where the escrow comes in, and nothing here knows whose messages they are.
            var phones = new TwoPhones(random, names, (signal, own) => escrowed ? new MessageKeyEscrow(signal, custody.PublicKey, own) : signal);
            for (int turn = 0; turn < texts.Length; turn++)
                phones.Say(turn, Encoding.UTF8.GetBytes(texts[turn]), now);
            return phones;
        }

        (string, string) customer = ("a customer", "a bank"), suspect = ("a suspect", "a friend");
        TwoPhones bank = Play(customer, Banking, escrowed: true), chat = Play(suspect, Chatting, escrowed: true);
        return new(
            Banking.Length, bank.Served(authority, warrant).Read, chat.Served(authority, warrant).Read,
            bank.OpenedWith(leaked), chat.OpenedWith(leaked), bank.OpenedWith(unrelated), chat.OpenedWith(unrelated),
            Play(customer, Banking, escrowed: false).OpenedWith(leaked), Play(suspect, Chatting, escrowed: false).OpenedWith(leaked));
    }
}
