using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.SeizedPhone;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.SeizedPhone;

[TestFixture]
internal sealed class BackupTests
{
    private static readonly ReadOnlyMemory<byte>[] Messages = ["one"u8.ToArray(), "two"u8.ToArray()];
    private static readonly DateTimeOffset Now = TestScripts.Start;

    private SeededRandom random = null!;
    private Court court = null!;
    private BackupProvider provider = null!;

    [SetUp]
    public void Open()
    {
        random = new(PrintedSeed.NewRandom().Next());
        court = new(random.Child("court"));
        provider = new(court.PublicKey, random.Child("provider"));
    }

    [Test]
    public void AnOrderOpensWhatTheProvidersKeyOpens()
    {
        provider.Keep("Alice", Messages);
        Assert.That(provider.Serve(court.Issue("Alice", Now, Now), out _, out var contents), Is.EqualTo(Outcome.Opened));
        Assert.That(contents!.Select(record => record.ToArray()), Is.EqualTo(Messages.Select(record => record.ToArray())));
    }

    [Test]
    public void WithoutTheCourtsSignatureNothingIsHandedOver()
    {
        provider.Keep("Alice", Messages);
        Warrant order = court.Issue("Bob", Now, Now) with { Target = "Alice" };
        Assert.That(provider.Serve(order, out CloudBackup? held, out var contents), Is.EqualTo(Outcome.NotSigned));
        Assert.That((held, contents), Is.EqualTo(((CloudBackup?)null, (IReadOnlyList<ReadOnlyMemory<byte>>?)null)));
    }

    [Test]
    public void AnOrderForSomebodyWithoutABackupFindsNone()
    {
        provider.Keep("Alice", Messages);
        Assert.That(provider.Serve(court.Issue("Bob", Now, Now), out CloudBackup? held, out _), Is.EqualTo(Outcome.NoKey));
        Assert.That(held, Is.Null);
    }

    [Test]
    public void WhatThePhoneEncryptedIsHandedOverAsItIs()
    {
        var backup = CloudBackup.Seal(Messages, new Passcode(7, 4), random);
        provider.Keep("Alice", backup);
        Assert.That(provider.Serve(court.Issue("Alice", Now, Now), out CloudBackup? held, out var contents), Is.EqualTo(Outcome.NoKey));
        Assert.That((held, contents), Is.EqualTo((backup, (IReadOnlyList<ReadOnlyMemory<byte>>?)null)));
        Assert.That(held!.Open(new Passcode(8, 4)), Is.Null);
        Assert.That(held.Open(new Passcode(7, 4)), Has.Count.EqualTo(2));
    }

    [Test]
    public void TheSameCodeOfTwoPeopleGivesTwoKeys()
    {
        var code = new Passcode(1, 4);
        CloudBackup one = CloudBackup.Seal(Messages, code, random), other = CloudBackup.Seal(Messages, code, random);
        Assert.That((one with { Salt = other.Salt }).Open(code), Is.Null);
    }
}
