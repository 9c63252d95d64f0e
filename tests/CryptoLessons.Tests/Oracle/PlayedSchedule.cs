using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Tests.Oracle;

/// <summary>A schedule as the library's own devices play it, with real keys: the other witness.</summary>
internal sealed class PlayedSchedule
{
    private static readonly DateTimeOffset Start = new(2017, 3, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<Party, Device<SignalFunctions>> devices;
    private readonly RatchetLimits limits;
    private readonly Profile profile;
    private readonly List<TranscriptEntry> entries = [];
    private readonly List<byte[]> plaintexts = [];
    private readonly List<bool> accepted = [];
    private readonly List<SessionLoot> sessions = [];
    private readonly List<DeviceLoot> phones = [];

    /// <param name="schedule">What happens.</param>
    /// <param name="seed">The seed of every key.</param>
    /// <param name="afterEvent">Told the number of each event when it has happened.</param>
    /// <param name="profile">What the devices speak; null for X3DH and the Double Ratchet.</param>
    public PlayedSchedule(Schedule schedule, long seed, Action<PlayedSchedule, int>? afterEvent = null, Profile? profile = null)
    {
        this.profile = profile ?? Profile.X3dh;
        limits = new RatchetLimits(schedule.Limits.ForwardJump, schedule.Limits.SkippedSeeds, schedule.Limits.ReceivingChains)
        {
            PostQuantum = new SpqrLimits((uint)schedule.Limits.Spqr.MaxJump, (uint)schedule.Limits.Spqr.MaxOutOfOrder),
        };
        var random = new SeededRandom(seed);
        devices = Enum.GetValues<Party>().ToDictionary(party => party, party =>
        {
            SeededRandom own = random.Child(party.ToString());
            return Device.Create(
                this.profile.Functions(own.Child("ratchet")), own, limits, handshake: this.profile.HandshakeFunctions(own.Child("handshake")));
        });
        BundleFailure failure = devices[Party.Alice].StartSession(Name(Party.Bob), devices[Party.Bob].Publish(schedule.OneTimePreKey));
        if (failure != BundleFailure.None)
            throw new InvalidOperationException($"Bob's bundle was refused: {failure}.");
        for (int i = 0; i < schedule.Events.Count; i++)
        {
            Play(schedule.Events[i]);
            afterEvent?.Invoke(this, i);
        }
    }

    /// <summary>Whether each delivery, in order, was accepted.</summary>
    public IReadOnlyList<bool> Accepted => accepted;

    /// <summary>Everything sent so far, in order.</summary>
    public IReadOnlyList<TranscriptEntry> Wire => entries;

    /// <summary>What a device holds now.</summary>
    public DeviceState Snapshot(Party party) => devices[party].Snapshot();

    /// <summary>A copy of a device that goes its own way.</summary>
    public Device<SignalFunctions> Fork(Party party)
    {
        using DeviceState state = Snapshot(party);
        var random = new SeededRandom(0);
        return Device.Resume(profile.Functions(random), random, state, limits, handshake: profile.HandshakeFunctions(random));
    }

    /// <summary>What the thief holds, all seizures together.</summary>
    public DeviceSeizureView View()
    {
        Dictionary<string, DhPublicKey> identityKeys = devices.ToDictionary(entry => Name(entry.Key), entry => entry.Value.IdentityKey);
        return new(new Transcript(entries, identityKeys, [], profile: profile), phones, sessions);
    }

    /// <summary>The ordinals of the messages that were guessed right; a wrong guess is an error of the attack.</summary>
    public IReadOnlySet<int> Judge(IEnumerable<Guess> guesses)
    {
        var read = new HashSet<int>();
        foreach (Guess guess in guesses)
            if (!guess.Plaintext.Span.SequenceEqual(plaintexts[guess.Message]) || !read.Add(guess.Message))
                throw new InvalidOperationException($"Message {guess.Message} was guessed wrong or twice: {guess.How}.");
        return read;
    }

    /// <summary>The message in the session: the whole, or what a prekey message carries.</summary>
    public static ReadOnlyMemory<byte> Inner(CiphertextMessage message)
    {
        if (message.Type == CiphertextType.Plain)
            return message.Bytes;
        DecryptFailure failure = PreKeySignalMessage.Parse(message.Bytes, out PreKeySignalMessage? outer);
        return failure == DecryptFailure.None ? outer!.Message : throw new InvalidOperationException($"No prekey message: {failure}.");
    }

    /// <summary>The ratchet key in a message's header.</summary>
    public static DhPublicKey RatchetKey(Envelope envelope)
    {
        DecryptFailure failure = SignalMessage.Parse(Inner(envelope.Message), out RatchetHeader header, out _);
        return failure == DecryptFailure.None ? header.Dh : throw new InvalidOperationException($"No message: {failure}.");
    }

    private static string Name(Party party) => party.ToString();

    private static Party Other(Party party) => party == Party.Alice ? Party.Bob : Party.Alice;

    private void Play(ScheduleEvent happening)
    {
        switch (happening)
        {
            case Send(var from):
                byte[] plaintext = BitConverter.GetBytes(entries.Count);
                plaintexts.Add(plaintext);
                CiphertextMessage message = devices[from].Encrypt(Name(Other(from)), plaintext);
                entries.Add(new(entries.Count, new(Name(from), Name(Other(from)), Start.AddMinutes(entries.Count), message)));
                break;
            case Deliver(var ordinal):
                Envelope envelope = entries[ordinal].Envelope;
                DecryptFailure failure = devices[Enum.Parse<Party>(envelope.To)].Decrypt(envelope.From, envelope.Message, out byte[] opened);
                accepted.Add(failure == DecryptFailure.None && opened.AsSpan().SequenceEqual(plaintexts[ordinal]));
                break;
            case Seize(var of, WholeDevice: true):
                phones.Add(new(Name(of), devices[of].Snapshot(), []));
                break;
            case Seize(var of, WholeDevice: false):
                sessions.Add(new(Name(of), devices[of].Snapshot().Sessions));
                break;
            default:
                throw new InvalidOperationException($"Unknown event {happening.GetType().Name}.");
        }
    }
}
