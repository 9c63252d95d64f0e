using System.Text;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess.Franking;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>What a provider learns when recipients report messages under message franking, and what forgers can make of it.</summary>
/// <param name="Messages">How many messages arrived in Signal sessions under message franking; each was reported by its recipient.</param>
/// <param name="Verified">How many of these reports the provider could verify.</param>
/// <param name="Forged">How many forged reports were handed in.</param>
/// <param name="ForgedVerified">How many of them the provider took for true.</param>
/// <param name="OtherProvider">Control: how many of the true reports a provider with another key could verify.</param>
/// <param name="OpenedByOne">How many messages one report opened to the provider.</param>
/// <param name="Spoiled">How many messages a sender sent whose commitments fit nothing, so that nobody could report them.</param>
/// <param name="SpoiledRefused">How many of them the recipient's app refused.</param>
public sealed record RecipientReports(
    int Messages, int Verified, int Forged, int ForgedVerified, int OtherProvider, int OpenedByOne, int Spoiled, int SpoiledRefused)
{
    private static readonly ReadOnlyMemory<byte> NeverSaid = Encoding.UTF8.GetBytes("This was never said.");

    /// <summary>Plays a conversation in sessions of two, tags each message on its way, and lets its recipient report it.</summary>
    /// <param name="conversation">At least two people and two messages.</param>
    /// <param name="seed">Draws all keys.</param>
    public static RecipientReports Run(Conversation conversation, long seed = MatrixRequest.DefaultSeed)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        SeededRandom random = new SeededRandom(seed).Child("recipient reports");
        FrankingProvider provider = new(random.Child("provider")), another = new(random.Child("another provider"));
        (Envelope Envelope, RecipientReport Report)[] arrived = [.. Play(conversation, provider, random)];
        RecipientReport[] reports = [.. arrived.Select(message => message.Report)];
        RecipientReport[] forged =
        [
            .. reports.Zip([.. reports[1..], reports[0]]).SelectMany(pair =>
                ForgeAReport.Try(pair.First, pair.Second, NeverSaid, "somebody else", random.Child("forger"))),
        ];
        byte[] opened = reports[0].Said.Commitment();
        var (spoiled, refused) = Spoil(conversation.Messages.Count, random.Child("spoiled"));
        return new(
            arrived.Length, reports.Count(provider.Verify), forged.Length, forged.Count(provider.Verify), reports.Count(another.Verify),
            arrived.Count(message => opened.AsSpan().SequenceEqual(MessageFranking.CommitmentOf(message.Envelope.Message))), spoiled, refused);
    }

    private static IEnumerable<(Envelope Envelope, RecipientReport Report)> Play(
        Conversation conversation, FrankingProvider provider, SeededRandom random)
    {
        var phones = conversation.People.ToDictionary(person => person, person => Phone(new MessageFranking(Signal(random, person)), random, person));
        SeededRandom opening = random.Child("opening keys");
        foreach (ChatMessage message in conversation.Messages)
            foreach (string recipient in conversation.People.Where(person => person != message.From))
            {
                Envelope envelope = Send(phones, message, recipient, FrankedContent.Create(MessageContent.Encode(message), opening).Serialize());
                byte[] tag = provider.Tag(envelope)!;
                if (phones[recipient].Decrypt(message.From, envelope.Message, out byte[] plaintext) == DecryptFailure.None)
                    yield return (envelope, RecipientReport.Of(envelope, FrankedContent.Parse(plaintext)!, tag));
            }
    }

    /// <summary>A sender with a client of their own, and a recipient with the provider's app.</summary>
    private static (int Sent, int Refused) Spoil(int messages, SeededRandom random)
    {
        var rogue = new SpoiledField(Signal(random, "Alice"), Secret.Size, random.Child("rubbish"), MessageFranking.Number);
        Device<RatchetFunctions> alice = Phone<RatchetFunctions>(rogue, random, "Alice");
        Device<MessageFranking> bob = Phone(new MessageFranking(Signal(random, "Bob")), random, "Bob");
        alice.StartSession("Bob", bob.Publish());
        int refused = Enumerable.Range(0, messages).Count(_ =>
            bob.Decrypt("Alice", alice.Encrypt("Bob", FrankedContent.Create(NeverSaid, random).Serialize()), out byte[] _) != DecryptFailure.None);
        return (messages, refused);
    }

    private static Envelope Send(Dictionary<string, Device<MessageFranking>> phones, ChatMessage message, string recipient, byte[] plaintext)
    {
        if (!phones[message.From].HasSession(recipient))
            phones[message.From].StartSession(recipient, phones[recipient].Publish());
        return new(message.From, recipient, message.Time, phones[message.From].Encrypt(recipient, plaintext));
    }

    private static SignalFunctions Signal(SeededRandom random, string person) => new(random.Child($"ratchet of {person}"));

    private static Device<TFunctions> Phone<TFunctions>(TFunctions functions, SeededRandom random, string person)
        where TFunctions : RatchetFunctions => Device.Create(functions, random.Child($"device of {person}"));
}
