using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>A messenger that speaks Signal's protocol one to one under some suite of functions; messages to several people are sent pairwise.</summary>
/// <typeparam name="TFunctions">The suite that every phone runs: the one thing in which such messengers differ.</typeparam>
internal sealed class SignalDeployment<TFunctions> : IDeployment
    where TFunctions : RatchetFunctions
{
    private readonly Dictionary<string, Phone<TFunctions>> phones;
    private readonly RelayServer relay;
    private readonly PlayClock clock;
    private readonly Authority? authority;

    /// <param name="people">Who has a phone.</param>
    /// <param name="random">The seed's stream for this deployment.</param>
    /// <param name="app">What every phone runs.</param>
    /// <param name="court">The court whose warrants count.</param>
    /// <param name="authority">Who holds the access secret; null when there is none.</param>
    public SignalDeployment(IEnumerable<string> people, SeededRandom random, App<TFunctions> app, Court court, Authority? authority = null)
        : this([], new RelayServer(), new(), court, authority)
    {
        foreach (string person in people)
        {
            var phone = new Phone<TFunctions>(PersonStreams.Of(random.Child($"person {person}")), app, clock);
            phones.Add(person, phone);
            relay.Publish(person, phone.Device.Publish());
        }
        IdentityKeys = phones.ToDictionary(entry => entry.Key, entry => entry.Value.Device.IdentityKey);
    }

    private SignalDeployment(Dictionary<string, Phone<TFunctions>> phones, RelayServer relay, PlayClock clock, Court court, Authority? authority) =>
        (this.phones, this.relay, this.clock, Court, this.authority) = (phones, relay, clock, court, authority);

    public IReadOnlyDictionary<string, DhPublicKey> IdentityKeys { get; private init; } = new Dictionary<string, DhPublicKey>();

    public IReadOnlyDictionary<string, PreKeyBundle> Directory => relay.Directory;

    public Court Court { get; }

    public IReadOnlyList<Envelope> Send(ScriptedMessage message)
    {
        clock.Now = message.Time;
        Phone<TFunctions> sender = phones[message.From];
        sender.Store(new(message.From, message.Time, message.Plaintext));
        return [.. message.To.Select(recipient => Send(sender, recipient, message))];
    }

    public DecryptFailure Deliver(Envelope envelope, out byte[] plaintext)
    {
        relay.Dequeue(envelope);
        Phone<TFunctions> recipient = phones[envelope.To];
        DecryptFailure failure = recipient.Device.Decrypt(envelope.From, envelope.Message, out plaintext);
        if (failure == DecryptFailure.None)
            recipient.Store(new(envelope.From, envelope.Time, plaintext));
        return failure;
    }

    // Court and authority are institutions outside the messenger: a copy of it answers to the same ones.
    public IDeployment Fork()
    {
        var time = new PlayClock { Now = clock.Now };
        var copies = phones.ToDictionary(entry => entry.Key, entry => entry.Value.Fork(time));
        return new SignalDeployment<TFunctions>(copies, relay.Fork(), time, Court, authority) { IdentityKeys = IdentityKeys };
    }

    public ServerLoot SeizeServer() => relay.Seize();

    public SessionLoot SeizeSessions(string person) => new(person, phones[person].Device.Snapshot().Sessions);

    public DeviceLoot SeizeDevice(string person) => new(person, phones[person].Device.Snapshot(), [.. phones[person].History]);

    public EscrowLoot? LeakEscrow() => authority is null ? null : new(authority.Leak());

    public IReadOnlyList<Guess> ServeWarrant(Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted)
    {
        var opened = new Dictionary<int, Guess>();
        foreach (var (number, envelope) in authority is null ? [] : intercepted)
            if (authority!.Open(warrant, envelope, IdentityKeys[envelope.From], IdentityKeys[envelope.To], out byte[] plaintext) == Outcome.Opened)
                opened.TryAdd(number, new(number, plaintext, new("warrant", "authority", "plaintext")));
        return [.. opened.Values];
    }

    private Envelope Send(Phone<TFunctions> sender, string recipient, ScriptedMessage message)
    {
        if (!sender.Device.HasSession(recipient))
            StartSession(sender, recipient);
        var envelope = new Envelope(message.From, recipient, message.Time, sender.Device.Encrypt(recipient, message.Plaintext.Span));
        relay.Enqueue(envelope);
        return envelope;
    }

    private void StartSession(Phone<TFunctions> sender, string recipient)
    {
        BundleFailure failure = sender.Device.StartSession(recipient, relay.HandOut(recipient));
        if (failure != BundleFailure.None)
            throw new InvalidOperationException($"An honest relay handed out a bundle of {recipient} that was refused: {failure}.");
        relay.Publish(recipient, phones[recipient].Device.Publish());
    }
}
