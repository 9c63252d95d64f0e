using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>What the authority opens, what it refuses, and what it writes down.</summary>
[TestFixture]
internal sealed class AuthorityTests
{
    private static readonly DateTimeOffset Sent = TestScripts.Start;
    private static readonly byte[] Plaintext = "See you at noon."u8.ToArray();

    private Court court = null!;
    private WholeKeyCustody custody = null!;
    private Authority authority = null!;
    private Device<RatchetFunctions> alice = null!;
    private Device<RatchetFunctions> bob = null!;

    [SetUp]
    public void OpenASession()
    {
        var random = new SeededRandom(4);
        court = new Court(random.Child("court"));
        custody = new WholeKeyCustody(random.Child("authority"));
        authority = new Authority(custody, court.PublicKey);
        alice = Device.Create<RatchetFunctions>(new MessageKeyEscrow(new SignalFunctions(random.Child("a")), custody.PublicKey, random.Child("s")), random.Child("alice"));
        bob = Device.Create<RatchetFunctions>(new SignalFunctions(random.Child("b")), random.Child("bob"));
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
    }

    [Test]
    public void OpensAMessageUnderAWarrant()
    {
        Assert.That(Open(court.Issue("Alice", Sent, Sent), out byte[] opened), Is.EqualTo(Outcome.Opened));
        Assert.That(opened, Is.EqualTo(Plaintext));
    }

    [Test]
    public void OpensForTheRecipientsNameToo() => Assert.That(Open(court.Issue("Bob", Sent, Sent), out _), Is.EqualTo(Outcome.Opened));

    [Test]
    public void RefusesAWarrantThatTheCourtDidNotSign() =>
        AssertRefused(new Court(new SeededRandom(5)).Issue("Alice", Sent, Sent), Outcome.NotSigned);

    [Test]
    public void RefusesAWarrantThatWasChangedAfterSigning()
    {
        AssertRefused(court.Issue("Carol", Sent, Sent) with { Target = "Alice" }, Outcome.NotSigned);
        AssertRefused(court.Issue("Alice", Sent.AddDays(-2), Sent.AddDays(-1)) with { Until = Sent }, Outcome.NotSigned);
        AssertRefused(court.Issue("Alice", Sent.AddDays(1), Sent.AddDays(2)) with { From = Sent }, Outcome.NotSigned);
    }

    [Test]
    public void RefusesAChangedCopyOfAWarrantThatItHasServed()
    {
        Warrant served = court.Issue("Carol", Sent, Sent);
        AssertRefused(served, Outcome.NotNamed);
        AssertRefused(served with { Target = "Alice" }, Outcome.NotSigned);
        AssertRefused(served, Outcome.NotNamed);
    }

    [Test]
    public void RefusesMessagesOfPeopleWhomTheWarrantDoesNotName() => AssertRefused(court.Issue("Carol", Sent, Sent), Outcome.NotNamed);

    [Test]
    public void RefusesMessagesFromBeforeAndAfterThePeriod()
    {
        AssertRefused(court.Issue("Alice", Sent.AddTicks(1), Sent.AddDays(1)), Outcome.OutsidePeriod);
        AssertRefused(court.Issue("Alice", Sent.AddDays(-1), Sent.AddTicks(-1)), Outcome.OutsidePeriod);
    }

    [Test]
    public void OpensNothingThatAnHonestClientSent()
    {
        Envelope first = Envelope("Alice", "Bob", alice.Encrypt("Bob", Plaintext));
        Assert.That(bob.Decrypt("Alice", first.Message, out _), Is.EqualTo(DecryptFailure.None));
        Envelope answer = Envelope("Bob", "Alice", bob.Encrypt("Alice", Plaintext));
        Outcome outcome = authority.Open(court.Issue("Bob", Sent, Sent), answer, bob.IdentityKey, alice.IdentityKey, out byte[] opened);
        Assert.That((outcome, opened), Is.EqualTo((Outcome.NoKey, Array.Empty<byte>())));
    }

    [Test]
    public void SaysSoWhenTheFieldHoldsAnotherKey()
    {
        var random = new SeededRandom(6);
        var rogue = Device.Create(new SealsAnotherKey(new SignalFunctions(random), custody.PublicKey, random.Child("s")), random.Child("rogue"));
        Assert.That(rogue.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
        CiphertextMessage message = rogue.Encrypt("Bob", Plaintext);
        Outcome outcome = authority.Open(court.Issue("Alice", Sent, Sent), Envelope("Alice", "Bob", message), rogue.IdentityKey, bob.IdentityKey, out _);
        Assert.That(outcome, Is.EqualTo(Outcome.WrongKey));
        Assert.That(bob.Decrypt("Alice", message, out byte[] read), Is.EqualTo(DecryptFailure.None), "the receiver cannot tell");
        Assert.That(read, Is.EqualTo(Plaintext));
    }

    [Test]
    public void RefusesBytesThatAreNoMessage()
    {
        var rubbish = new CiphertextMessage(CiphertextType.Plain, new byte[40]);
        Outcome outcome = authority.Open(court.Issue("Alice", Sent, Sent), Envelope("Alice", "Bob", rubbish), alice.IdentityKey, bob.IdentityKey, out _);
        Assert.That(outcome, Is.EqualTo(Outcome.NotAMessage));
    }

    [Test]
    public void WritesDownEveryRequestAndNoTheft()
    {
        Open(court.Issue("Alice", Sent, Sent), out _);
        Open(court.Issue("Carol", Sent, Sent), out _);
        using DhKeyPair stolen = custody.Leak();
        Envelope message = Envelope("Alice", "Bob", alice.Encrypt("Bob", Plaintext));
        InterceptedMessage intercepted = InterceptedMessage.Parse(message, alice.IdentityKey, bob.IdentityKey)!;
        using MessageKey key = MessageKeyEscrow.Open(intercepted.Ciphertext.Span, stolen)!;
        Assert.That(intercepted.Decrypt(key), Is.EqualTo(Plaintext), "the thief reads");
        LogEntry[] expected = [new("Alice", "Alice", "Bob", Sent, Outcome.Opened), new("Carol", "Alice", "Bob", Sent, Outcome.NotNamed)];
        Assert.That(authority.Log, Is.EqualTo(expected), "and the log knows nothing of it");
    }

    [Test]
    public void ACourtCannotOrderAPeriodThatEndsBeforeItBegins() =>
        Assert.That(() => court.Issue("Alice", Sent, Sent.AddTicks(-1)), Throws.ArgumentException);

    private static Envelope Envelope(string from, string to, CiphertextMessage message) => new(from, to, Sent, message);

    private Outcome Open(Warrant warrant, out byte[] opened) =>
        authority.Open(warrant, Envelope("Alice", "Bob", alice.Encrypt("Bob", Plaintext)), alice.IdentityKey, bob.IdentityKey, out opened);

    private void AssertRefused(Warrant warrant, Outcome why)
    {
        Assert.That(Open(warrant, out byte[] opened), Is.EqualTo(why));
        Assert.That(opened, Is.Empty);
    }

    /// <summary>A client that obeys the form and seals a key of its own choice.</summary>
    private sealed class SealsAnotherKey(RatchetFunctions inner, DhPublicKey authority, RandomSource random) : DelegatingRatchetFunctions(inner)
    {
        public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
        {
            using var another = new MessageKey(new byte[Secret.Size]);
            byte[] field = new CryptoLessons.Protocol.Wire.WireWriter().Bytes(EscrowField.Number, SealedMessageKey.Seal(another, authority, random)).ToArray();
            return Inner.Encrypt(mk, plaintext, ad.Append(field));
        }
    }
}
