using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>A port that obeys its console, and a layer above it that obeys the court.</summary>
[TestFixture]
internal sealed class InterceptionTests
{
    private static readonly DateTimeOffset Now = TestScripts.Start;

    private SeededRandom random = null!;
    private Court court = null!;
    private DhKeyPair console = null!;
    private InterceptManagement management = null!;
    private InterceptPort port = null!;

    [SetUp]
    public void Install()
    {
        random = new SeededRandom(61);
        (court, console) = (new(random.Child("court")), DhKeyPair.Generate(random));
        (management, port) = (new(court.PublicKey, console, random.Child("orders")), new(console.Public));
    }

    private bool Carry(string target) => management.Carry(court.Issue(target, Now, Now), port, Now);

    [Test]
    public void AWarrantBecomesAnOrderAndALineInTheLog()
    {
        Assert.That(Carry("Alice"));
        Assert.That(port.Targets, Is.EqualTo((string[])["Alice"]));
        Assert.That(management.Log, Is.EqualTo((string[])["Alice"]));
        Assert.That(management.Reconcile(port), Is.Empty);
    }

    [Test]
    public void AForgedOrChangedWarrantIsNotCarriedOut()
    {
        Assert.That(management.Carry(new Court(new SeededRandom(62)).Issue("Alice", Now, Now), port, Now), Is.False);
        Assert.That(management.Carry(court.Issue("Bob", Now, Now) with { Target = "Alice" }, port, Now), Is.False);
        Assert.That(port.Targets.Concat(management.Log), Is.Empty);
    }

    [Test]
    public void AWarrantWhoseTimeIsOverIsNotCarriedOut()
    {
        Warrant warrant = court.Issue("Alice", Now, Now);
        Assert.That(management.Carry(warrant, port, Now.AddTicks(1)), Is.False);
        Assert.That(port.Targets.Concat(management.Log), Is.Empty);
        Assert.That(management.Carry(warrant, port, Now), Is.True);
    }

    [Test]
    public void AnOrderBeneathTheLogWorksAndOnlyReconcilingFindsIt()
    {
        Carry("Alice");
        Assert.That(port.Obey(InterceptOrder.Sign("Bob", console, random)), Is.True, "the port asks for no warrant");
        Assert.That(port.Copy(["Bob", "Carol"], "text"u8, random), Is.Not.Null);
        Assert.That(management.Log, Has.No.Member("Bob"));
        Assert.That(management.Reconcile(port), Is.EqualTo((string[])["Bob"]));
    }

    [Test]
    public void APortOfAnotherConsoleDoesNotObeyAndTheLogDoesNotClaimIt()
    {
        var foreign = new InterceptPort(DhKeyPair.Generate(random).Public);
        Assert.That(management.Carry(court.Issue("Alice", Now, Now), foreign, Now), Is.False);
        Assert.That(management.Log, Is.Empty, "else a later tap beneath the log would look lawful");
    }

    [Test]
    public void AnOrderThatTheConsoleDidNotSignIsRefused()
    {
        using var rogue = DhKeyPair.Generate(random);
        InterceptOrder order = InterceptOrder.Sign("Alice", console, random);
        Assert.That(port.Obey(InterceptOrder.Sign("Alice", rogue, random)), Is.False);
        Assert.That(port.Obey(order with { Target = "Alicf" }), Is.False);
        Assert.That(port.Obey(order with { Signature = default }), Is.False);
        for (int bit = 0; bit < 8 * XEdDsa.SignatureSize; bit += 3)
        {
            byte[] flipped = order.Signature.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(port.Obey(order with { Signature = flipped }), Is.False, $"bit {bit}");
        }
        Assert.That(port.Targets, Is.Empty);
        Assert.That(port.Obey(order), Is.True);
    }

    [Test]
    public void OnlyTheTargetsMessagesAreCopiedAndOnlyTheConsoleReadsThem()
    {
        byte[] content = "See you at noon."u8.ToArray();
        Carry("Alice");
        Assert.That(port.Copy(["Bob", "Carol"], content, random), Is.Null);
        Assert.That(port.Copy(["alice", "Alice "], content, random), Is.Null, "names are taken literally");
        byte[] copy = port.Copy(["Bob", "Alice"], content, random)!;
        byte[] read = new byte[content.Length];
        Assert.That(SealedKey.TryOpen(copy, console, read));
        Assert.That(read, Is.EqualTo(content));
        Assert.That(SealedKey.TryOpen(copy, DhKeyPair.Generate(random), new byte[content.Length]), Is.False);
    }

    [Test]
    public void ForksGoTheirOwnWays()
    {
        Carry("Alice");
        InterceptPort fork = port.Fork();
        InterceptManagement forked = management.Fork();
        Carry("Bob");
        Assert.That(forked.Carry(court.Issue("Carol", Now, Now), fork, Now));
        Assert.That(port.Targets.Concat(management.Log), Is.EqualTo((string[])["Alice", "Bob", "Alice", "Bob"]));
        Assert.That(fork.Targets.Concat(forked.Log), Is.EqualTo((string[])["Alice", "Carol", "Alice", "Carol"]));
    }

    [Test]
    public void EachOrderHasOneWriting() => StrictFormat.Check(
        [InterceptOrder.Sign("Alice", console, random).Serialize(), InterceptOrder.Sign("\u202E<b>\u0000é", console, random).Serialize()],
        bytes => InterceptOrder.TryParse(bytes, out InterceptOrder? order) ? order.Serialize() : null);

    [Test]
    public void AnOrderFromTheWireIsObeyed()
    {
        Assert.That(InterceptOrder.TryParse(InterceptOrder.Sign("Alice", console, random).Serialize(), out InterceptOrder? order));
        Assert.That(port.Obey(order!));
        Assert.That(port.Targets, Is.EqualTo((string[])["Alice"]));
    }

    [Test]
    public void AnOrderForNobodyIsTheCallersMistake() =>
        Assert.That(() => InterceptOrder.Sign("", console, random), Throws.ArgumentException);
}
