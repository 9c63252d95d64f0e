using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>Identity keys in copy at an agency.</summary>
[TestFixture]
internal sealed class IdentityDepositoryTests
{
    private readonly SeededRandom random = new(57);

    [Test]
    public void KeepsCopiesAndLeaksCopies()
    {
        var depository = new IdentityDepository();
        var alice = DhKeyPair.Generate(random);
        DhPublicKey known = alice.Public;
        depository.Deposit("Alice", alice);
        alice.Dispose();
        foreach (DhKeyPair stolen in depository.Leak().Values)
            stolen.Dispose();
        Assert.That(X25519.PublicKey(depository.Leak()["Alice"].Private), Is.EqualTo(known), "neither owner nor thief took it along");
    }

    [Test]
    public void TheThiefSignsInTheOwnersName()
    {
        var depository = new IdentityDepository();
        using var alice = DhKeyPair.Generate(random);
        depository.Deposit("Alice", alice);
        byte[] signature = XEdDsa.Sign(depository.Leak()["Alice"].Private, "a prekey"u8, random);
        Assert.That(XEdDsa.Verify(alice.Public.U, "a prekey"u8, signature));
    }

    [Test]
    public void ANewKeyTakesThePlaceOfTheOldAndNamesAreTakenLiterally()
    {
        var depository = new IdentityDepository();
        using var old = DhKeyPair.Generate(random);
        using var renewed = DhKeyPair.Generate(random);
        depository.Deposit("alice", old);
        depository.Deposit("alice", renewed);
        depository.Deposit("Alice", old);
        Assert.That(depository.Leak().Keys, Is.EquivalentTo((string[])["Alice", "alice"]));
        Assert.That(depository.Leak()["alice"].Public, Is.EqualTo(renewed.Public));
    }

    [Test]
    public void ANamelessDepositIsTheCallersMistake() =>
        Assert.That(() => new IdentityDepository().Deposit("", DhKeyPair.Generate(random)), Throws.ArgumentException);
}
