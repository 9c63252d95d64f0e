using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>Every two people have a secret chat, with a key that their devices agreed on and renew from time to time.</summary>
internal sealed class SecretChatDeployment : Deployment
{
    private readonly SeededRandom random;
    private readonly Dictionary<(string Owner, string Peer), SecretChat> chats;
    private readonly Histories histories;
    private readonly List<Envelope> queue;

    public SecretChatDeployment(IReadOnlyList<string> people, SeededRandom random)
        : this(new Court(random.Child("court")), new(), random.Child("chats"), [], new(people), [])
    {
    }

    private SecretChatDeployment(
        Court court,
        PlayClock clock,
        SeededRandom random,
        Dictionary<(string, string), SecretChat> chats,
        Histories histories,
        List<Envelope> queue)
        : base(court, clock) => (this.random, this.chats, this.histories, this.queue) = (random, chats, histories, queue);

    public override DecryptFailure Deliver(Envelope envelope, out byte[] plaintext)
    {
        plaintext = [];
        queue.Remove(envelope);
        if (!chats.TryGetValue((envelope.To, envelope.From), out SecretChat? chat))
            return DecryptFailure.NoSession;
        if (chat.Decrypt(envelope.Message.Bytes) is not { } opened)
            return DecryptFailure.NotAuthentic;
        plaintext = opened;
        histories.Store(envelope.To, new(envelope.From, envelope.Time, opened));
        return DecryptFailure.None;
    }

    public override void Forget() => histories.Forget();

    public override IDeployment Fork()
    {
        SeededRandom mine = random.Copy();
        var copies = chats.ToDictionary(chat => chat.Key, chat => new SecretChat(chat.Value.Snapshot(), mine));
        return new SecretChatDeployment(Court, Clock.Copy(), mine, copies, histories.Copy(), [.. queue]);
    }

    public override ServerLoot SeizeServer() => new(Directory, [.. queue]);

    public override SessionLoot SeizeSessions(string person) => new(person, new Dictionary<string, SessionRecord>())
    {
        SecretChats = chats.Where(chat => chat.Key.Owner == person).ToDictionary(chat => chat.Key.Peer, chat => chat.Value.Snapshot()),
    };

    public override DeviceLoot SeizeDevice(string person) => new(SeizeSessions(person), device: null, histories.Of(person));

    protected override IReadOnlyList<Envelope> SendNow(ScriptedMessage message)
    {
        histories.Store(message.From, new(message.From, message.Time, message.Plaintext));
        Envelope[] sent = [.. message.To.Select(recipient => Send(message, recipient))];
        queue.AddRange(sent);
        return sent;
    }

    private Envelope Send(ScriptedMessage message, string recipient)
    {
        if (!chats.TryGetValue((message.From, recipient), out SecretChat? chat))
            chat = Begin(message.From, recipient);
        return new(message.From, recipient, message.Time, new(CiphertextType.Plain, chat.Encrypt(message.Plaintext.Span)));
    }

    /// <summary>Both devices are online when a chat begins: each sends its half of the first key, and whoever compares the key's picture knows that
    /// nobody stood between them.</summary>
    private SecretChat Begin(string one, string other)
    {
        using var half = DhKeyPair.Generate(random);
        using var otherHalf = DhKeyPair.Generate(random);
        using SecretChatKey key = SecretChatKey.Agree(half, otherHalf.Public)
            ?? throw new InvalidOperationException("A fresh public key is a low-order point.");
        chats.Add((other, one), new(key, random));
        return chats[(one, other)] = new(key, random);
    }
}
