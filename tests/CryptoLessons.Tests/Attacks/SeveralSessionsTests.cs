using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Attacks;

/// <summary>Two people with more than one session: the headers do not say which message belongs to which, and the thief finds out.</summary>
[TestFixture]
internal sealed class SeveralSessionsTests
{
    private readonly Dictionary<string, Device<SignalFunctions>> devices = [];
    private readonly List<TranscriptEntry> wire = [];

    [SetUp]
    public void Begin()
    {
        devices.Clear();
        wire.Clear();
        var random = new SeededRandom(TestContext.CurrentContext.Test.Name.Length);
        foreach (string name in (string[])["Alice", "Bob"])
            devices[name] = Device.Create(new SignalFunctions(random.Child($"{name} ratchet")), random.Child(name));
    }

    [Test]
    public void AnArchivedSessionsLateMessagesAreReadBesideTheCurrentOnes()
    {
        Start("Alice", "Bob");
        Exchange("AB");
        int lateInTheFirst = Send("Bob", "Alice");
        Start("Alice", "Bob");
        Exchange("AB");
        SessionLoot loot = Seize("Alice");
        int next = Send("Alice", "Bob");
        Deliver(lateInTheFirst);
        // Alice's next message goes into the first session, which the late message made the current one.
        int inTheFirst = Send("Alice", "Bob");
        Deliver(next);
        Deliver(inTheFirst);
        int answer = Send("Bob", "Alice");
        Deliver(answer);
        int healed = Send("Alice", "Bob");
        Assert.That(Read(loot), Is.EqualTo(new[] { lateInTheFirst, next, inTheFirst, answer }));
        Assert.That(Read(loot), Does.Not.Contain(healed));
    }

    [Test]
    public void CrossingInitiationsAreBothFollowed()
    {
        Start("Alice", "Bob");
        Start("Bob", "Alice");
        int fromAlice = Send("Alice", "Bob"), fromBob = Send("Bob", "Alice");
        SessionLoot loot = Seize("Alice");
        Deliver(fromAlice);
        Deliver(fromBob);
        // Each answers in the session that came last: Alice in Bob's, Bob in Alice's.
        int inBobs = Send("Alice", "Bob"), inAlices = Send("Bob", "Alice");
        Deliver(inBobs);
        Deliver(inAlices);
        // Of Alice's own session the thief has everything up to Bob's first chain in it; of Bob's, which she did not have yet, nothing.
        Assert.That(Read(loot), Is.EqualTo(new[] { inAlices }));
    }

    [Test]
    public void TheWholePhoneOpensEverySessionThatItsPreKeysOpen()
    {
        Start("Alice", "Bob", oneTime: false);
        int first = Send("Alice", "Bob"), second = Send("Alice", "Bob");
        Start("Alice", "Bob", oneTime: false);
        int third = Send("Alice", "Bob");
        Start("Alice", "Bob", oneTime: true);
        int fourth = Send("Alice", "Bob");
        foreach (int message in (int[])[first, second, third, fourth])
            Deliver(message);
        var view = new DeviceSeizureView(Transcript(), [new("Bob", devices["Bob"].Snapshot(), [])]);
        // The fourth used a one-time prekey, which is spent.
        Assert.That(new ReadAfterDeviceSeizure().Run(view).Select(guess => guess.Message).Order(), Is.EqualTo(new[] { first, second, third }));
    }

    [Test]
    public void TheSessionsOfAnotherPhoneReadNothing()
    {
        Start("Alice", "Bob");
        Exchange("ABAB");
        Start("Bob", "Alice");
        Exchange("BABA");
        var random = new SeededRandom(99);
        using DeviceState stranger = Device.Create(new SignalFunctions(random), random).Snapshot();
        Assert.That(Read(new("Alice", stranger.Sessions)), Is.Empty);
        Assert.That(Read(new("Alice", Renamed())), Is.Empty, "a session that Alice has with Carol, in another messenger");
    }

    /// <summary>A session with Carol under Bob's name.</summary>
    private static Dictionary<string, SessionRecord> Renamed()
    {
        var random = new SeededRandom(98);
        Device<SignalFunctions> carol = Device.Create(new SignalFunctions(random.Child("r")), random.Child("d"));
        Device<SignalFunctions> alice = Device.Create(new SignalFunctions(random.Child("ra")), random.Child("da"));
        Assert.That(alice.StartSession("Carol", carol.Publish()), Is.EqualTo(BundleFailure.None));
        return new() { ["Bob"] = alice.Snapshot().Sessions["Carol"] };
    }

    private void Start(string who, string with, bool oneTime = true) =>
        Assert.That(devices[who].StartSession(with, devices[with].Publish(oneTime)), Is.EqualTo(BundleFailure.None));

    private int Send(string from, string to)
    {
        wire.Add(new(wire.Count, new(from, to, TestScripts.Start.AddMinutes(wire.Count), devices[from].Encrypt(to, BitConverter.GetBytes(wire.Count)))));
        return wire.Count - 1;
    }

    private void Deliver(int message)
    {
        Envelope envelope = wire[message].Envelope;
        Assert.That(devices[envelope.To].Decrypt(envelope.From, envelope.Message, out _), Is.EqualTo(DecryptFailure.None), $"message {message}");
    }

    private void Exchange(string speakers)
    {
        foreach (char speaker in speakers)
            Deliver(speaker == 'A' ? Send("Alice", "Bob") : Send("Bob", "Alice"));
    }

    private SessionLoot Seize(string who) => new(who, devices[who].Snapshot().Sessions);

    private Transcript Transcript() => new(wire, devices.ToDictionary(entry => entry.Key, entry => entry.Value.IdentityKey), []);

    private int[] Read(SessionLoot loot)
    {
        IReadOnlyList<Guess> guesses = new ReadAfterSessionSeizure().Run(new(Transcript(), [loot]));
        Assert.That(guesses.Select(guess => BitConverter.ToInt32(guess.Plaintext.Span)), Is.EqualTo(guesses.Select(guess => guess.Message)), "no guess is wrong");
        return [.. guesses.Select(guess => guess.Message).Order()];
    }
}
