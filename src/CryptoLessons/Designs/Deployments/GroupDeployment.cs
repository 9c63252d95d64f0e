using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Attachments;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>A messenger on Signal's protocol in which a message is encrypted once for all its recipients, under the sender's key for that group.</summary>
/// <remarks>The sender key itself goes to each member in their session of two. Whoever is no longer among the recipients has no part in the key
/// of those who are: other recipients are another group.</remarks>
internal sealed class GroupDeployment : SignalDeployment<SignalFunctions>
{
    private readonly string blobServer;
    private readonly SeededRandom random;
    private readonly SeededRandom attaching;
    private readonly List<ReadOnlyMemory<byte>> blobs;
    private readonly Dictionary<string, (SeededRandom Random, GroupCipher Cipher)> groups;
    private readonly HashSet<(Guid Distribution, string Member)> given;

    public GroupDeployment(IReadOnlyList<string> people, SeededRandom random, Profile profile)
        : base(people, random, profile, new((streams, _) => streams.Signal()), new Court(random.Child("court")))
    {
        (this.random, attaching, groups, given, blobs) = (random.Child("distributions"), random.Child("attachments"), [], [], []);
        blobServer = Addresses.Unlike(people, Addresses.BlobServer);
        foreach (string person in people)
        {
            SeededRandom stream = random.Child($"groups of {person}");
            groups.Add(person, (stream, new(stream)));
        }
    }

    private GroupDeployment(GroupDeployment original)
        : base(original)
    {
        (random, attaching, given) = (original.random, original.attaching.Copy(), [.. original.given]);
        (blobServer, blobs) = (original.blobServer, [.. original.blobs]);
        groups = original.groups.ToDictionary(entry => entry.Key, entry =>
        {
            SeededRandom stream = entry.Value.Random.Copy();
            using GroupCipherState state = entry.Value.Cipher.Snapshot();
            return (stream, GroupCipher.Resume(stream, state));
        });
    }

    public override IDeployment Fork() => new GroupDeployment(this);

    /// <summary>An upload has arrived when it was sent.</summary>
    public override DecryptFailure Deliver(Envelope envelope, out byte[] plaintext)
    {
        if (envelope.To != blobServer)
            return base.Deliver(envelope, out plaintext);
        plaintext = [];
        return DecryptFailure.None;
    }

    public override ServerLoot SeizeServer()
    {
        ServerLoot relay = base.SeizeServer();
        return new(relay.Bundles, relay.Queue) { Blobs = [.. blobs] };
    }

    public override SessionLoot SeizeSessions(string person) =>
        new(person, base.SeizeSessions(person).Sessions) { SenderKeys = groups[person].Cipher.Snapshot() };

    public override DeviceLoot SeizeDevice(string person)
    {
        DeviceLoot phone = base.SeizeDevice(person);
        return new(SeizeSessions(person), phone.Device, phone.History);
    }

    protected override IEnumerable<Envelope> Write(ScriptedMessage message)
    {
        GroupCipher cipher = groups[message.From].Cipher;
        Guid distribution = Distribution(message);
        byte[] key = cipher.CreateDistribution(distribution);
        IEnumerable<Envelope> keys = message.To
            .Where(member => given.Add((distribution, member)))
            .SelectMany(member => Encrypt(member, message with { Plaintext = key }));
        var (content, blob) = DetachedContent.Detach(message.Plaintext.Span, attaching);
        var sealedOnce = new CiphertextMessage(CiphertextType.SenderKey, cipher.Encrypt(distribution, content));
        return [.. Upload(message, blob), .. keys, .. message.To.Select(member => new Envelope(message.From, member, message.Time, sealedOnce))];
    }

    protected override DecryptFailure Open(Envelope envelope, out byte[] plaintext)
    {
        GroupCipher cipher = groups[envelope.To].Cipher;
        if (envelope.Message.Type == CiphertextType.SenderKey)
        {
            DecryptFailure refused = cipher.Decrypt(envelope.From, envelope.Message.Bytes, out plaintext);
            return refused == DecryptFailure.None ? Attach(ref plaintext) : refused;
        }
        DecryptFailure failure = base.Open(envelope, out plaintext);
        if (failure == DecryptFailure.None && cipher.ProcessDistribution(envelope.From, plaintext) == DecryptFailure.None)
            plaintext = [];
        return failure;
    }

    /// <summary>The attachment goes to the provider's server, where it says nothing to anybody; the message says where it lies and what opens it.</summary>
    private IEnumerable<Envelope> Upload(ScriptedMessage message, byte[]? blob)
    {
        if (blob is null)
            return [];
        blobs.Add(blob);
        return [new(message.From, blobServer, message.Time, new(CiphertextType.Plain, blob))];
    }

    /// <summary>What the recipient's app does: fetches the blob that a message points to.</summary>
    private DecryptFailure Attach(ref byte[] plaintext)
    {
        byte[]? whole = DetachedContent.Attach(plaintext, blobs);
        plaintext = whole ?? [];
        return whole is null ? DecryptFailure.NotAuthentic : DecryptFailure.None;
    }

    /// <summary>The sender's name for a group, which is whoever takes part.</summary>
    private Guid Distribution(ScriptedMessage message)
    {
        Span<byte> id = stackalloc byte[16];
        random.Child($"{message.From}: {string.Join('\u001F', message.To.Order(StringComparer.Ordinal))}").Fill(id);
        return new(id);
    }
}
