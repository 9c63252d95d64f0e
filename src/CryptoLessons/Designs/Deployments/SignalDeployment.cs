using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>A messenger that speaks Signal's protocol one to one under some suite of functions; messages to several people are sent pairwise.</summary>
/// <typeparam name="TFunctions">The suite that every phone runs: the one thing in which such messengers differ.</typeparam>
internal class SignalDeployment<TFunctions> : Deployment
    where TFunctions : RatchetFunctions
{
    private const uint SafetyNumberVersion = 2;

    private readonly Dictionary<string, Phone<TFunctions>> phones;
    private readonly RelayServer relay;
    private readonly Institution? institution;
    private readonly DirectoryPolicy policy;
    private readonly Func<RatchetFunctions, RatchetFunctions>? sold;
    private readonly Dictionary<string, DhPublicKey> identityKeys;

    /// <param name="people">Who has a phone.</param>
    /// <param name="random">The seed's stream for this deployment.</param>
    /// <param name="profile">What of Signal's protocol the phones speak.</param>
    /// <param name="app">What every phone runs.</param>
    /// <param name="court">The court whose warrants count.</param>
    /// <param name="institution">Who holds the access secret; null when there is none.</param>
    public SignalDeployment(
        IEnumerable<string> people, SeededRandom random, Profile profile, App<TFunctions> app, Court court, Institution? institution = null)
        : this([], new RelayServer(random.Child("relay")), court, new(), institution, [], app.Policy, app.Sold, profile)
    {
        foreach (string person in people)
        {
            PersonStreams streams = PersonStreams.Of(random.Child($"person {person}"), profile, app.Generator);
            var phone = new Phone<TFunctions>(person, streams, app, Clock, relay.PublicKey);
            phones.Add(person, phone);
            relay.Publish(person, phone.Device.Publish());
            identityKeys.Add(person, phone.Device.IdentityKey);
            using DeviceState state = phone.Device.Snapshot();
            institution?.Enrol(person, state.Identity);
        }
    }

    /// <summary>A copy that goes its own way.</summary>
    protected SignalDeployment(SignalDeployment<TFunctions> original)
        : this(
            [],
            original.relay.Fork(),
            original.Court,
            original.Clock.Copy(),
            original.institution?.Copy(),
            original.identityKeys,
            original.policy,
            original.sold,
            original.Profile)
    {
        foreach (var (person, phone) in original.phones)
            phones.Add(person, phone.Fork(Clock));
    }

    private SignalDeployment(
        Dictionary<string, Phone<TFunctions>> phones,
        RelayServer relay,
        Court court,
        PlayClock clock,
        Institution? institution,
        Dictionary<string, DhPublicKey> identityKeys,
        DirectoryPolicy policy,
        Func<RatchetFunctions, RatchetFunctions>? sold,
        Profile profile)
        : base(court, clock) =>
        (this.phones, this.relay, this.institution, this.identityKeys, this.policy, this.sold, Profile) =
        (phones, relay, institution, identityKeys, policy, sold, profile);

    public override IReadOnlyDictionary<string, DhPublicKey> IdentityKeys => identityKeys;

    public override IReadOnlyDictionary<string, PreKeyBundle> Directory => relay.Directory;

    public override Profile Profile { get; }

    public override Func<RatchetFunctions, RatchetFunctions> Sold => sold ?? base.Sold;

    public override Noticed Noticed
    {
        get
        {
            if (phones.Values.Any(phone => phone.Contacts.Warned))
                return Noticed.Automatically;
            return NumbersDiffer() ? Noticed.IfCompared : Noticed.No;
        }
    }

    public override DecryptFailure Deliver(Envelope envelope, out byte[] plaintext)
    {
        relay.Dequeue(envelope);
        DecryptFailure failure = Open(envelope, out plaintext);
        if (failure == DecryptFailure.None && plaintext.Length > 0)
            phones[envelope.To].Store(new(envelope.From, envelope.Time, plaintext));
        return failure;
    }

    public override void Wait(DateTimeOffset until)
    {
        base.Wait(until);
        institution?.Advance(until);
    }

    public override void Forget()
    {
        relay.Forget();
        foreach (Phone<TFunctions> phone in phones.Values)
            phone.Forget();
    }

    public override IDeployment Fork() => new SignalDeployment<TFunctions>(this);

    public override ServerLoot SeizeServer() => relay.Seize();

    public override SessionLoot SeizeSessions(string person) => new(person, phones[person].Device.Snapshot().Sessions);

    public override DeviceLoot SeizeDevice(string person) => new(person, phones[person].Device.Snapshot(), [.. phones[person].History]);

    /// <summary>Where apps believe the directory, its key is what access takes.</summary>
    public override EscrowLoot? Leak(AccessSecret secret) =>
        secret == AccessSecret.Directory
            || (secret is AccessSecret.Escrow or AccessSecret.JudgeAndKey && policy != DirectoryPolicy.AsTheOwnersSay)
            ? relay.Leak()
            : institution?.Leak(secret);

    public override EscrowLoot? Leak(AccessSecret secret, string target) => Leak(secret) ?? institution?.Leak(secret, target);

    public override WarrantAnswer ServeWarrant(Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted) =>
        institution?.Serve(warrant, intercepted, identityKeys) ?? WarrantAnswer.Nothing;

    /// <summary>Where apps believe the directory, the provider can do with its key what a thief can.</summary>
    public override Interception? Intercept(Warrant warrant, Transcript carried)
    {
        if (policy == DirectoryPolicy.AsTheOwnersSay || !warrant.IsSignedBy(Court.PublicKey))
            return null;
        DhKeyPair key = relay.Leak().Key;
        string circle = $"{warrant.Target} and for whoever talks with {warrant.Target}";
        return policy == DirectoryPolicy.AcceptsNewDevices
            ? new(AddAGhost.On(key, carried.Profile, warrant.Target), [new("provider", $"lists a device more for {circle}")])
            : new(SwapTheDirectory.On(carried, key, warrant.Target), [new("provider", $"names a key of its own for {circle}")]);
    }

    /// <summary>The directory's key is the provider's.</summary>
    public override Quorum? Holders => policy == DirectoryPolicy.AsTheOwnersSay ? institution?.Holders : Quorum.One;

    public override long? LedgerEntries => institution?.LedgerEntries;

    protected override IReadOnlyList<Envelope> SendNow(ScriptedMessage message)
    {
        institution?.Advance(message.Time);
        phones[message.From].Store(new(message.From, message.Time, message.Plaintext));
        Envelope[] sent = [.. Write(message)];
        foreach (Envelope envelope in sent)
            relay.Enqueue(envelope);
        return sent;
    }

    /// <summary>What the sender's phone hands to the relay.</summary>
    protected virtual IEnumerable<Envelope> Write(ScriptedMessage message) => message.To.SelectMany(recipient => Encrypt(recipient, message));

    /// <summary>What the recipient's app makes of an envelope; nothing to show when it is for the app itself.</summary>
    protected virtual DecryptFailure Open(Envelope envelope, out byte[] plaintext) => phones[envelope.To].Decrypt(envelope, Ask, out plaintext);

    /// <summary>The directory hands out a bundle.</summary>
    protected virtual void HandOut(PreKeyBundle bundle)
    {
    }

    /// <summary>A message to one person, in the session of two.</summary>
    protected IEnumerable<Envelope> Encrypt(string recipient, ScriptedMessage message) => phones[message.From].Encrypt(recipient, message, Ask);

    public override void Hide(string person, AnamorphicKey shared, ReadOnlySpan<byte> hidden) =>
        phones[person] = phones[person].Hide(shared, hidden, Clock);

    /// <summary>A copy of a person's identity key, for what the app signs with it.</summary>
    protected DhKeyPair Identity(string person)
    {
        using DeviceState state = phones[person].Device.Snapshot();
        return state.Identity.Copy();
    }

    /// <summary>The identity key that a person's phone knows of another person, from their session or else from the directory.</summary>
    protected DhPublicKey Known(string owner, string other)
    {
        Phone<TFunctions> phone = phones[owner];
        return phone.Contacts.Devices(other, phone.Device.TrustedIdentity(other), Ask)[0].IdentityKey;
    }

    /// <summary>A person's phone installs another app, and all its sessions go on.</summary>
    protected void Install(string person, App<TFunctions> another) => phones[person] = phones[person].Install(another, Clock);

    private ReadOnlyMemory<byte>[] Ask(Download request)
    {
        PreKeyBundle handed = relay.Directory[request.Of];
        ReadOnlyMemory<byte> genuine = relay.Answer(request);
        if (request is { Kind: DownloadKind.Bundle, Device: 1 })
        {
            HandOut(handed);
            relay.Publish(request.Of, phones[request.Of].Device.Publish());
        }
        return Answers(request, genuine);
    }

    /// <summary>Whether two people who have each other's keys would see different safety numbers, if they compared.</summary>
    private bool NumbersDiffer() => phones.Any(phone => phone.Value.Contacts.Known.Any(peer =>
        phones[peer.Name].Contacts.Known.FirstOrDefault(back => back.Name == phone.Key) is { } back && NumbersDiffer(phone.Key, peer, back)));

    /// <param name="one">A person.</param>
    /// <param name="other">The other's devices as that person's phone knows them.</param>
    /// <param name="back">The person's devices as the other's phone knows them.</param>
    private bool NumbersDiffer(string one, DeviceList other, DeviceList back)
    {
        // Safe because the same keys on both ends give the same digits.
        if (other.NumberKey.Equals(identityKeys[other.Name]) && back.NumberKey.Equals(identityKeys[one]))
            return false;
        byte[] oneId = Encoding.UTF8.GetBytes(one), otherId = Encoding.UTF8.GetBytes(other.Name);
        var shown = new SafetyNumber(SafetyNumberVersion, oneId, identityKeys[one], otherId, other.NumberKey);
        var shownBack = new SafetyNumber(SafetyNumberVersion, otherId, identityKeys[other.Name], oneId, back.NumberKey);
        return shown.Digits != shownBack.Digits;
    }
}
