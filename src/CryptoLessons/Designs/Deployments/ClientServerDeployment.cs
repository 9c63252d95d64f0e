using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>Messages are encrypted between each phone and the provider; the provider reads them, keeps them, and passes them on.</summary>
internal class ClientServerDeployment : Deployment
{
    private readonly string provider;
    private readonly SeededRandom random;
    private readonly Dictionary<string, ChannelKey> channels;
    private readonly Histories histories;
    private readonly List<Envelope> queue;
    private readonly MessageStore store;

    /// <param name="people">Who has a phone.</param>
    /// <param name="random">The seed's stream for this deployment.</param>
    /// <param name="store">How the provider keeps what it reads.</param>
    public ClientServerDeployment(IReadOnlyList<string> people, SeededRandom random, MessageStore store)
        : this(new Court(random.Child("court")), new(), Addresses.Unlike(people, Addresses.Provider), random.Child("nonces"), [], new(people), [], store)
    {
        foreach (string person in people)
        {
            var channel = ChannelKey.Generate(random.Child($"person {person}"));
            channels.Add(person, channel);
            store.Keep(person, channel);
        }
    }

    private ClientServerDeployment(
        Court court,
        PlayClock clock,
        string provider,
        SeededRandom random,
        Dictionary<string, ChannelKey> channels,
        Histories histories,
        List<Envelope> queue,
        MessageStore store)
        : base(court, clock) =>
        (this.provider, this.random, this.channels, this.histories, this.queue, this.store) = (provider, random, channels, histories, queue, store);

    /// <summary>A copy that goes its own way.</summary>
    protected ClientServerDeployment(ClientServerDeployment original)
        : this(
            original.Court,
            original.Clock.Copy(),
            original.provider,
            original.random.Copy(),
            original.channels,
            original.histories.Copy(),
            [.. original.queue],
            original.store.Copy())
    {
    }

    /// <summary>The provider's address on the wire.</summary>
    protected string ProviderAddress => provider;

    /// <summary>What the provider draws its own randomness from.</summary>
    protected SeededRandom Random => random;

    public override DecryptFailure Deliver(Envelope envelope, out byte[] plaintext)
    {
        plaintext = [];
        queue.Remove(envelope);
        // The provider took it when it was sent.
        if (envelope.To == provider)
            return DecryptFailure.None;
        if (channels[envelope.To].Open(envelope.From, envelope.To, envelope.Message.Bytes.Span) is not { } opened)
            return DecryptFailure.NotAuthentic;
        plaintext = opened;
        histories.Store(envelope.To, new(envelope.From, envelope.Time, opened));
        return DecryptFailure.None;
    }

    public override void Forget()
    {
        histories.Forget();
        store.Forget();
    }

    public override IDeployment Fork() => new ClientServerDeployment(this);

    /// <summary>The server has to read every message in order to pass it on: its memory holds every channel's key, however the disks are locked.</summary>
    public override ServerLoot SeizeServer() => new(Directory, [.. queue]) { Channels = Copies(), Store = store.Readable };

    public override SessionLoot SeizeSessions(string person) =>
        new(person, new Dictionary<string, SessionRecord>()) { Channel = channels[person].Copy() };

    public override DeviceLoot SeizeDevice(string person) => new(SeizeSessions(person), device: null, histories.Of(person));

    public override EscrowLoot? Leak(AccessSecret secret) => store.Leak(secret);

    public override Quorum? Holders => store.Holders;

    /// <summary>The provider opens what it passed on to somebody, and kept: the leg to each recipient is under a key that it has.</summary>
    public override WarrantAnswer ServeWarrant(Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted)
    {
        if (store.Holders is not { } holders)
            return WarrantAnswer.Nothing;
        var opened = new Dictionary<int, Guess>();
        foreach (var (number, envelope) in intercepted)
            if (!opened.ContainsKey(number) && channels.TryGetValue(envelope.To, out ChannelKey? channel)
                && warrant.Refusal(Court.PublicKey, envelope.From, envelope.To, envelope.Time) is null
                && channel.Open(envelope.From, envelope.To, envelope.Message.Bytes.Span) is { } content)
                opened.Add(number, new(number, content, new("warrant", "provider", "plaintext")));
        return new(
            [.. opened.Values],
            [
                new("provider", "checks the warrant"),
                .. Enumerable.Range(1, holders.Needed).Where(_ => holders.Needed > 1).Select(country =>
                    new LawfulStep(string.Create(CultureInfo.InvariantCulture, $"office in country {country}"), "gives its part of the disks' key")),
                new("provider", "hands over what it keeps"),
            ]);
    }

    protected override IReadOnlyList<Envelope> SendNow(ScriptedMessage message)
    {
        histories.Store(message.From, new(message.From, message.Time, message.Plaintext));
        Envelope up = Leg(message.From, message.From, provider, message, new Letter(message.To, message.Plaintext).Serialize());
        store.Keep(new(up, message.To, message.Plaintext));
        Envelope[] sent = [up, .. message.To.Select(recipient => Leg(recipient, message.From, recipient, message, message.Plaintext.Span))];
        queue.AddRange(sent);
        return sent;
    }

    /// <summary>One leg of a message's way, under the key of the phone at its end.</summary>
    private Envelope Leg(string phone, string from, string to, ScriptedMessage message, ReadOnlySpan<byte> content) =>
        new(from, to, message.Time, new(CiphertextType.Plain, channels[phone].Seal(from, to, content, random)));

    private Dictionary<string, ChannelKey> Copies() => channels.ToDictionary(channel => channel.Key, channel => channel.Value.Copy());

}
