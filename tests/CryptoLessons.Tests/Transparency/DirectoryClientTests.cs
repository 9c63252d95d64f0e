using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>Answers in which one thing is not as it should be, each beside the answer that is fine.</summary>
[TestFixture]
internal sealed class DirectoryClientTests
{
    private static Finding Check(DirectoryScene scene, DirectoryAnswer answer, string name = "Alice")
    {
        Finding finding = scene.Client().Check(name, answer, out DeviceKeys? keys);
        Assert.That(keys, finding == Finding.Fine ? Is.EqualTo(answer.Keys) : Is.Null);
        return finding;
    }

    [Test]
    public void AStaleRootIsSeen()
    {
        var scene = new DirectoryScene();
        DirectoryAnswer answer = scene.Directory.LookUp("Alice", 0);
        scene.Clock.Advance(DirectoryScene.Day);
        Assert.That(Check(scene, answer), Is.EqualTo(Finding.Fine));
        scene.Clock.Advance(DirectoryScene.Day);
        Assert.That(Check(scene, answer), Is.EqualTo(Finding.StaleRoot));
        scene.NextEpoch();
        Assert.That(Check(scene, scene.Directory.LookUp("Alice", 0)), Is.EqualTo(Finding.Fine));
    }

    [Test]
    public void AnEpochOlderThanTheNewestSeenIsStale()
    {
        var scene = new DirectoryScene();
        DirectoryClient client = scene.Client();
        DirectoryAnswer first = scene.Directory.LookUp("Alice", 0);
        scene.NextEpoch();
        Assert.That(scene.Looks(client, "Alice", out _), Is.EqualTo(Finding.Fine));
        Assert.That(client.Check("Alice", first, out _), Is.EqualTo(Finding.StaleRoot));
        Assert.That(scene.Looks(client, "Alice", out _), Is.EqualTo(Finding.Fine), "the same epoch again");
    }

    [Test]
    public void ARootFromTheFutureIsSeen()
    {
        var scene = new DirectoryScene();
        var slow = new DirectoryClient(DirectoryScene.Log, DirectoryKind.AppendOnly, new ManualClock(), DirectoryScene.Day);
        Assert.That(slow.Check("Alice", scene.Directory.LookUp("Alice", 0), out _), Is.EqualTo(Finding.Fine));
        scene.NextEpoch();
        Assert.That(slow.Check("Alice", scene.Directory.LookUp("Alice", 1), out _), Is.EqualTo(Finding.FutureRoot));
    }

    [Test]
    public void AnotherDirectorysAnswerIsNotSigned()
    {
        var scene = new DirectoryScene();
        var other = new DirectoryClient(DhKeyPair.FromPrivate(Hex.Repeat(8, 32)).Public, DirectoryKind.AppendOnly, scene.Clock, DirectoryScene.Day);
        Assert.That(other.Check("Alice", scene.Directory.LookUp("Alice", 0), out _), Is.EqualTo(Finding.BadSignature));
    }

    [Test]
    public void TheProofOfAnotherNameIsNone()
    {
        var scene = new DirectoryScene();
        string[] names = ["Alice", "Bob", "Carol", "Dave", "nobody", "nobody else"];
        foreach (string asked in names)
            foreach (string answered in names)
            {
                DirectoryAnswer answer = scene.Directory.LookUp(answered, 0);
                // Two names that are not there may be absent for the same reason; nothing follows from that.
                if (asked == answered)
                    Assert.That(Check(scene, answer, asked), Is.EqualTo(Finding.Fine));
                else if (scene.Directory.LookUp(asked, 0).Version != answer.Version || answer.Version > 0)
                    Assert.That(Check(scene, answer, asked), Is.EqualTo(Finding.WrongProof), $"{answered} for {asked}");
            }
    }

    [Test]
    public void AnAnswerInWhichAPartIsAnothersIsSeen()
    {
        var scene = new DirectoryScene();
        DirectoryAnswer first = scene.Directory.LookUp("Alice", 0);
        scene.Directory.Publish("Alice", DirectoryScene.Keys("Alice 2"));
        scene.NextEpoch();
        DirectoryAnswer answer = scene.Directory.LookUp("Alice", 0);
        EpochRoot epoch = answer.Epoch;
        Assert.That(Check(scene, answer), Is.EqualTo(Finding.Fine));
        Assert.That(Check(scene, answer with { Steps = first.Steps }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Keys = first.Keys }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Keys = null }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Version = 1, Keys = first.Keys, Steps = first.Steps }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Version = 3 }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Version = -1 }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Version = int.MaxValue }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Steps = [] }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Steps = [.. answer.Steps.Reverse()] }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Epoch = epoch with { Tree = first.Epoch.Tree } }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Epoch = epoch with { Inclusion = first.Epoch.Inclusion } }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Epoch = epoch with { Signed = first.Epoch.Signed } }), Is.EqualTo(Finding.WrongProof));
        Assert.That(Check(scene, answer with { Epoch = epoch with { Consistency = new([default]) } }), Is.EqualTo(Finding.NotConsistent));
    }

    [Test]
    public void AnOldTreeUnderANewSignatureIsSeen()
    {
        // The first epoch's tree is a leaf of the log too, only not the last one.
        var scene = new DirectoryScene();
        DirectoryAnswer first = scene.Directory.LookUp("Alice", 0);
        scene.Directory.Publish("Alice", DirectoryScene.Keys("Alice 2"));
        scene.NextEpoch();
        EpochRoot now = scene.Directory.LookUp("Alice", 0).Epoch;
        var log = new MerkleLog();
        log.Append(first.Epoch.Tree.ToArray());
        log.Append(now.Tree.ToArray());
        MerkleProof ofTheFirst = log.InclusionProof(0, 2);
        Assert.That(ofTheFirst.Includes(first.Epoch.Tree.ToArray(), 0, 2, now.Signed.Root));
        EpochRoot mixed = now with { Tree = first.Epoch.Tree, Inclusion = ofTheFirst };
        Assert.That(Check(scene, first with { Epoch = mixed }), Is.EqualTo(Finding.WrongProof));
    }

    [Test]
    public void WhatIsNotFineIsNotRemembered()
    {
        var scene = new DirectoryScene();
        DirectoryClient client = scene.Client();
        DirectoryAnswer answer = scene.Directory.LookUp("Alice", 0);
        Assert.That(client.Check("Alice", answer with { Steps = [] }, out _), Is.EqualTo(Finding.WrongProof));
        Assert.That(client.Log.Newest, Is.Null);
        Assert.That(client.Check("Alice", answer, out _), Is.EqualTo(Finding.Fine));
        Assert.That(client.Log.Size, Is.EqualTo(1));
    }

    [Test]
    public void AnOwnerSeesWhatAnyClientSees()
    {
        var scene = new DirectoryScene();
        DirectoryAnswer answer = scene.Directory.LookUp("Alice", 0);
        Assert.That(scene.Owner.Check(answer with { Steps = [] }), Is.EqualTo(Finding.WrongProof));
        Assert.That(scene.Owner.Check(scene.Directory.LookUp("Bob", 0)), Is.EqualTo(Finding.WrongProof));
        Assert.That(scene.Owner.Check(answer), Is.EqualTo(Finding.Fine));
    }
}
