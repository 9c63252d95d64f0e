using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Transparency;
using NUnit.Framework;

namespace CryptoLessons.Tests.Attacks;

/// <summary>Who holds the directory's key and a place on the wire: what a ghost and an impostor read, and each thing by which they are caught.</summary>
internal sealed class DirectoryAttackTests
{
    private const int At = 5;
    private static readonly Script Script = TestScripts.Between("ABBABABBAB");

    private static IEnumerable<TestCaseData> Attacks =>
    [
        new TestCaseData("ghost-device", new AddAGhost()).SetArgDisplayNames("ghost"),
        new TestCaseData("directory-swap", new SwapTheDirectory()).SetArgDisplayNames("swap"),
    ];

    [TestCaseSource(nameof(Attacks))]
    public void EverythingFromThenOnIsReadAndNothingBefore(string design, IActiveAttack<EscrowLeakView> attack)
    {
        Game game = Play(Design.Named(design));
        ActiveVerdict verdict = game.PlayOn(attack, game.Leak(AccessSecret.Directory));
        Assert.That(verdict.Reading.Recovered.Keys.Where(number => number <= Script.ConversationLength), Is.EqualTo(Enumerable.Range(At + 1, 10 - At)));
        Assert.That(verdict.Reading.Wrong, Is.Empty);
        Assert.That(verdict.Deliveries.Select(delivery => delivery.AsSaid), Is.All.True, "and everybody is shown what was said");
    }

    [TestCaseSource(nameof(Attacks))]
    public void AnotherKeyReadsNothingAndPhonesSayThatSomebodyAnsweredWhoIsNotTheProvider(string design, IActiveAttack<EscrowLeakView> attack)
    {
        Game game = Play(Design.Named(design));
        ActiveVerdict verdict = game.PlayOn(attack, game.Leak(AccessSecret.Directory, Secrets.Unrelated));
        Assert.That((verdict.Reading.Recovered.Count, verdict.Noticed), Is.EqualTo((0, Noticed.Automatically)));
        Assert.That(verdict.Deliveries.Select(delivery => delivery.AsSaid), Is.All.True);
    }

    [TestCaseSource(nameof(Attacks))]
    public void ComparingSafetyNumbersOverAllDevicesTells(string design, IActiveAttack<EscrowLeakView> attack)
    {
        Game game = Play(Design.Named(design));
        Assert.That(game.PlayOn(attack, game.Leak(AccessSecret.Directory)).Noticed, Is.EqualTo(Noticed.IfCompared));
        Assert.That(game.Noticed, Is.EqualTo(Noticed.No), "and says nothing where nobody attacks");
    }

    [TestCaseSource(nameof(Attacks))]
    public void AnAppThatKeepsToWhatItKnowsIsNotTakenInAndSaysSo(string design, IActiveAttack<EscrowLeakView> attack)
    {
        Assert.That(Design.Find(design), Is.Not.Null);
        Game game = Play(Design.Named("strict"));
        ActiveVerdict verdict = game.PlayOn(attack, game.Leak(AccessSecret.Directory));
        Assert.That((verdict.Reading.Past, verdict.Reading.Future, verdict.Noticed), Is.EqualTo((0, 0, Noticed.Automatically)));
    }

    [Test]
    public void TwoWhoMeetForTheFirstTimeHaveNothingToKeepTo()
    {
        // Carol and Dave first write after the compromise.
        Script script = TestScripts.Between("ABAB");
        Game game = new(random => Design.Named("strict").Deploy(script, random), script, at: 1, "Alice", new SeededRandom(1));
        ActiveVerdict verdict = game.PlayOn(new SwapTheDirectory(), game.Leak(AccessSecret.Directory));
        int[] between = [.. script.Bystanders.Select(message => message.Number)];
        Assert.That(between, Is.Not.Empty);
        Assert.That(verdict.Reading.Recovered.Keys.Where(number => number > script.ConversationLength), Is.EqualTo(between));
        Assert.That(verdict.Reading.Recovered.Keys.Where(number => number <= script.ConversationLength), Is.Empty);
    }

    [Test]
    public void AHashOfTheDeviceListInsideTheMessagesShowsAGhostAtOnce()
    {
        static Game Play(DirectoryPolicy policy) => new(
            random => new SignalDeployment<DeviceListCheck>(
                Script.People,
                random,
                Profile.X3dh,
                new((streams, _) => new DeviceListCheck(streams.Signal()), Policy: policy),
                new Court(random.Child("court"))),
            Script,
            At,
            "Alice",
            new SeededRandom(1));

        Game game = Play(DirectoryPolicy.AcceptsNewDevices);
        ActiveVerdict verdict = game.PlayOn(new AddAGhost(), game.Leak(AccessSecret.Directory));
        Assert.That(verdict.Noticed, Is.EqualTo(Noticed.Automatically));
        Delivery first = verdict.Deliveries.First(delivery => delivery.Message == At + 1);
        Assert.That(first.Failure, Is.EqualTo(DecryptFailure.NotAuthentic), "the first message that was encrypted to the ghost too");
        Assert.That((game.Noticed, game.Transcript.Entries.Count), Is.EqualTo((Noticed.No, Script.Messages.Count)), "and nothing where nobody attacks");
    }

    [TestCaseSource(nameof(Attacks))]
    public void TheOwnersOfKeysFindWhatTheyDidNotPublishInATransparentDirectory(string design, IActiveAttack<EscrowLeakView> attack)
    {
        Game game = Play(Design.Named(design));
        var told = new ToldLists(attack);
        game.PlayOn(told, game.Leak(AccessSecret.Directory));
        Assert.That(told.Lists.Keys, Is.SupersetOf(new[] { "Alice", "Bob" }));
        foreach (string person in (string[])["Alice", "Bob"])
        {
            DhPublicKey genuine = game.Transcript.IdentityKeys[person];
            Assert.That(Monitor(person, genuine, told.Lists[person]), Is.EqualTo(Finding.NotMyKey).Or.EqualTo(Finding.NotMyVersion));
            Assert.That(Monitor(person, genuine, null), Is.EqualTo(Finding.Fine), "and nothing where nobody attacks");
        }
    }

    [Test]
    public void AnImpostorWritesInAnybodysNameWhereChangedKeysAreTaken()
    {
        foreach (var (design, forged) in ((string, Forged)[])[("directory-swap", Forged.Impersonate), ("ghost-device", Forged.None), ("strict", Forged.None)])
        {
            Game game = Play(Design.Named(design));
            Assert.That(game.Forge(new SwapTheDirectory(), game.Leak(AccessSecret.Directory)).Forged, Is.EqualTo(forged), design);
            Assert.That(
                game.Forge(new SwapTheDirectory(), game.Leak(AccessSecret.Directory, Secrets.Unrelated)).Forged,
                Is.EqualTo(Forged.None), design);
        }
    }

    /// <summary>What a person's phone finds that looks after its own name, when the directory has to show in public what it tells others.</summary>
    private static Finding Monitor(string person, DhPublicKey genuine, DeviceList? told)
    {
        var random = new SeededRandom(7);
        var clock = new PlayClock { Now = Script.Messages[0].Time };
        using var key = DhKeyPair.Generate(random);
        var directory = new KeyDirectory(DirectoryKind.AppendOnly, key, random, clock);
        var client = new DirectoryClient(directory.Key, DirectoryKind.AppendOnly, clock, TimeSpan.FromDays(2));
        var monitor = new KeyMonitor(person, client);
        monitor.Publish(directory, new DeviceKeys(genuine));
        directory.CloseEpoch();
        Assert.That(monitor.Ask(directory), Is.EqualTo(Finding.Fine));
        clock.Now = clock.Now.AddDays(1);
        if (told is not null)
            directory.Publish(person, new DeviceKeys([.. told.Devices.Select(device => device.IdentityKey)]));
        directory.CloseEpoch();
        return monitor.Ask(directory);
    }

    private static Game Play(Design design) => new(random => design.Deploy(Script, random), Script, At, "Alice", new SeededRandom(1));

    /// <summary>Writes down which lists an attacker tells phones.</summary>
    private sealed class ToldLists(IActiveAttack<EscrowLeakView> attack) : IActiveAttack<EscrowLeakView>, IInterceptor
    {
        private IInterceptor inner = null!;

        public Dictionary<string, DeviceList> Lists { get; } = [];

        public IReadOnlyList<Guess> Guesses => inner.Guesses;

        public IInterceptor Begin(EscrowLeakView view)
        {
            inner = attack.Begin(view)!;
            return this;
        }

        public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing) => inner.Intercept(passing);

        public ReadOnlyMemory<byte> Answer(Download request, ReadOnlyMemory<byte> genuine)
        {
            ReadOnlyMemory<byte> answer = inner.Answer(request, genuine);
            if (request.Kind == DownloadKind.DeviceList && DeviceList.TryParse(answer.Span[XEdDsa.SignatureSize..], out DeviceList? list))
                Lists[list.Name] = list;
            return answer;
        }
    }
}
