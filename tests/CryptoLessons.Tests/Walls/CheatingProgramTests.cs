using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>
/// An attack can use only what the adversary has, because everything else does not compile. Each program has one place, <c>HERE</c>;
/// with the cheat in it the compiler says exactly the error named, and with the honest words in it the same program compiles.
/// </summary>
public class CheatingProgramTests
{
    private const string Here = "HERE";
    private const string Missing = "CS1061";
    private const string Inaccessible = "CS0122";
    private const string NotConvertible = "CS0029";
    private const string WrongArgument = "CS1503";

    private static IEnumerable<TestCaseData> Programs =>
    [
        Case("AWiretapHasNoAuthorityKey", Missing, "WiretapView", "EscrowLeakView", """
            sealed class Attack : IAttack<HERE>
            {
                public IReadOnlyList<Guess> Run(HERE view) => [new(1, ((AuthorityKeyLoot)view.Escrow).Key.Public.Serialize(), new("theft"))];
            }
            """),
        Case("AWiretapHasNoSessions", Missing, "WiretapView", "SessionSeizureView", """
            static class Attack { static object Look(HERE view) => view.Sessions; }
            """),
        Case("SeizedSessionsAreNoWholePhone", Missing, "SessionSeizureView", "DeviceSeizureView", """
            static class Attack { static object Look(HERE view) => view.Devices; }
            """),
        Case("AWiretapDoesNotServeAnAttackWithALeakedKey", WrongArgument, "WiretapView", "EscrowLeakView", """
            static class Attack { static object Read(HERE view) => new ReadWithLeakedMessageKeys().Run(view); }
            """),
        Case("NobodyBuildsAView", Inaccessible, "new EscrowLeakView(transcript, loot, \"Alice\")", "game.EscrowLeak()", """
            static class Attack { static View Build(Game game, Transcript transcript, EscrowLoot loot) => HERE; }
            """),
        Case("NobodyDerivesFromView", Inaccessible, "View", "Notes", """
            class Notes(Transcript transcript) { public Transcript Kept { get; } = transcript; }
            abstract class Mine(Transcript transcript) : HERE(transcript);
            """),
        Case("NobodyDerivesFromAViewThatIsNotSealed", Inaccessible, "SessionSeizureView", "Notes", """
            class Notes(Transcript transcript, IReadOnlyList<SessionLoot> loot) { public object Kept { get; } = (transcript, loot); }
            sealed class Mine(Transcript transcript, IReadOnlyList<SessionLoot> loot) : HERE(transcript, loot);
            """),
        Case("AnEscrowedRatchetIsNoHonestOne", NotConvertible, "MessageKeyEscrow", "SignalFunctions", """
            static class Mistake { static DoubleRatchet<SignalFunctions> Take(DoubleRatchet<HERE> ratchet) => ratchet; }
            """),
        Case("AnEscrowedSessionIsNoHonestOne", WrongArgument, "MessageKeyEscrow", "SignalFunctions", """
            static class Mistake
            {
                static void Expect(Session<SignalFunctions> session) => _ = session;
                static void Pass(Session<HERE> session) => Expect(session);
            }
            """),
        Case("RootAndChainKeyCannotBeSwapped", WrongArgument, "chain, root", "root, chain", """
            static class Mistake { static SessionSecret Make(RootKey root, ChainKey chain) => new(HERE); }
            """),
        Case("AMessageKeyIsNoChainKey", WrongArgument, "MessageKey", "ChainKey", """
            static class Mistake { static object Step(RatchetFunctions functions, HERE key) => functions.KdfCk(key); }
            """),
        Case("ASecretHasNoBytes", Inaccessible, "key.Bytes.ToArray()", "Hazmat.Reveal(key)", """
            static class Attack { static byte[] Read(MessageKey key) => HERE; }
            """),
        Case("ASecretHasNoFieldToRead", Inaccessible, "key.content", "Hazmat.Reveal(key)", """
            static class Attack { static byte[] Read(Secret key) => HERE; }
            """),
        Case("ASecretConvertsToNothing", NotConvertible, "key", "Hazmat.Reveal(key)", """
            static class Attack { static byte[] Read(MessageKey key) => HERE; }
            """),
        Case("ALiveRatchetShowsNoRootKey", Inaccessible, "ratchet.RK", "ratchet.Snapshot().RootKey", """
            static class Attack { static object Read(DoubleRatchet<SignalFunctions> ratchet) => HERE; }
            """),
        Case("ALiveRatchetShowsNoChainKey", Inaccessible, "ratchet.CKs", "ratchet.Snapshot().SendingChainKey", """
            static class Attack { static object Read(DoubleRatchet<SignalFunctions> ratchet) => HERE; }
            """),
        Case("ALiveRatchetGivesNoSeed", Inaccessible, "ratchet.SendKey()", "ratchet.Encrypt([], [])", """
            static class Attack { static object Read(DoubleRatchet<SignalFunctions> ratchet) => HERE; }
            """),
        Case("AnAttackCallsNoInternalMethod", Inaccessible, "view.Transcript.WithIdentityKeys(keys)", "view.Transcript", """
            static class Attack { static object Look(View view, IReadOnlyDictionary<string, DhPublicKey> keys) => HERE; }
            """),
        Case("AnAttackMakesNoPlay", Inaccessible, "Play", "Transcript", """
            static class Attack { static object? Look(object given) => given as HERE; }
            """),
        Case("AGameDoesNotTellTheTruth", Inaccessible, "game.script", "game.Transcript", """
            static class Attack { static object Look(Game game) => HERE; }
            """),
    ];

    [TestCaseSource(nameof(Programs))]
    public void ThatCheatsDoesNotCompile(string program, string error, string cheat, string honest)
    {
        Assert.That(OutsideCompiler.Errors(program.Replace(Here, honest, StringComparison.Ordinal)), Is.Empty, "the honest program");
        Assert.That(OutsideCompiler.Errors(program.Replace(Here, cheat, StringComparison.Ordinal)), Is.EqualTo((string[])[error]));
    }

    [Test]
    public void InternalMembersCompileForAFriend()
    {
        const string Program = """
            static class Attack { static object Look(Transcript seen) => seen.WithIdentityKeys(seen.IdentityKeys); }
            """;
        Assert.That(OutsideCompiler.Errors(Program), Is.EqualTo((string[])[Inaccessible]));
        Assert.That(OutsideCompiler.Errors(Program, House.Attacks), Is.EqualTo((string[])[Inaccessible]), "the attacks are strangers too");
        Assert.That(OutsideCompiler.Errors(Program, House.Tests), Is.Empty, "only friend access makes the difference");
    }

    private static TestCaseData Case(string name, string error, string cheat, string honest, string program) =>
        new TestCaseData(program, error, cheat, honest).SetName(name);
}
