using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>A log of any entries, such as the hashes of app builds, and somebody who follows it.</summary>
[TestFixture]
internal sealed class SignedLogTests
{
    private static DhKeyPair Key => DirectoryScene.LogKey;

    private static SignedLog Log(params string[] entries)
    {
        var log = new SignedLog(Key, new SeededRandom(1), new ManualClock());
        foreach (string entry in entries)
            log.Append(Build(entry));
        log.Sign();
        return log;
    }

    private static byte[] Build(string name) => Encoding.UTF8.GetBytes(name);

    private static LogClient Follower(SignedLog log)
    {
        var client = new LogClient(Key.Public);
        Assert.That(client.See(log.Newest, log.ConsistencyProof(0, log.Newest.Size)), Is.EqualTo(Finding.Fine));
        return client;
    }

    [Test]
    public void ABuildThatIsInTheLogIsFoundAndAnotherIsNot()
    {
        SignedLog log = Log("build 1", "build 2", "build 3");
        LogClient client = Follower(log);
        MerkleProof proof = log.InclusionProof(1, 3);
        Assert.That(client.Includes(Build("build 2"), 1, proof));
        Assert.That(client.Includes(Build("build 2 for Alice"), 1, proof), Is.False);
        Assert.That(new LogClient(Key.Public).Includes(Build("build 2"), 1, proof), Is.False, "without a root nothing is known");
    }

    [Test]
    public void AnEntryCountsWhenItIsSigned()
    {
        SignedLog log = Log("build 1");
        LogClient client = Follower(log);
        log.Append(Build("build 2"));
        Assert.That((log.Size, log.Newest.Size), Is.EqualTo((2, 1)));
        log.Sign();
        Assert.That(client.See(log.Newest, log.ConsistencyProof(client.Size, 2)), Is.EqualTo(Finding.Fine));
        Assert.That(client.Includes(Build("build 2"), 1, log.InclusionProof(1, 2)));
        Assert.That(log.Entries.Select(entry => Encoding.UTF8.GetString(entry.Span)), Is.EqualTo((string[])["build 1", "build 2"]));
    }

    [Test]
    public void WhatIsNotFineIsNotRemembered()
    {
        SignedLog log = Log("build 1");
        LogClient client = Follower(log);
        SignedRoot first = log.Newest;
        log.Append(Build("build 2"));
        SignedRoot second = log.Sign();
        MerkleProof proof = log.ConsistencyProof(1, 2), none = new([]);
        SignedLog other = Log("build X", "build 2");
        Assert.That(client.See(second with { Size = 3 }, proof), Is.EqualTo(Finding.BadSignature));
        Assert.That(client.See(second, none), Is.EqualTo(Finding.NotConsistent));
        Assert.That(client.See(other.Newest, other.ConsistencyProof(1, 2)), Is.EqualTo(Finding.NotConsistent));
        Assert.That(client.Seen, Is.EqualTo((SignedRoot[])[first]));
        Assert.That(client.See(second, proof), Is.EqualTo(Finding.Fine));
        Assert.That(client.See(first, none), Is.EqualTo(Finding.StaleRoot));
        Assert.That(client.Newest, Is.EqualTo(second));
    }

    [Test]
    public void ARewrittenEntryCannotBeHiddenBehindLaterOnes()
    {
        SignedLog log = Log("warrant 1", "warrant 2", "warrant 3");
        LogClient client = Follower(log);
        SignedLog rewritten = Log("warrant 1", "warrant 3", "warrant 4", "warrant 5", "warrant 6");
        for (long older = 0; older <= 5; older++)
            Assert.That(client.See(rewritten.Newest, rewritten.ConsistencyProof(older, 5)), Is.EqualTo(Finding.NotConsistent));
    }

    [Test]
    public void NothingWasSignedBeforeTheFirstRoot() =>
        Assert.That(() => new SignedLog(Key, new SeededRandom(1), new ManualClock()).Newest, Throws.InvalidOperationException);
}
