using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>An honest directory: everybody finds what owners published, and nobody raises an alarm.</summary>
[TestFixture(DirectoryKind.AppendOnly)]
[TestFixture(DirectoryKind.Mutable)]
internal sealed class KeyDirectoryTests(DirectoryKind kind)
{
    [Test]
    public void ContactsFindWhatTheOwnerPublishedEpochAfterEpoch()
    {
        var scene = new DirectoryScene(kind);
        DirectoryClient bob = scene.Client();
        var auditor = new Auditor(DirectoryScene.Log);
        for (int epoch = 1; epoch <= 20; epoch++)
        {
            string newest = $"Alice {epoch / 4}";
            if (epoch % 4 == 0)
                scene.Owner.Published(DirectoryScene.Keys(newest), scene.Directory.Publish("Alice", DirectoryScene.Keys(newest)));
            scene.Directory.Publish($"somebody new {epoch}", DirectoryScene.Keys("new"));
            Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.Fine), "published, and not yet in an epoch");
            scene.NextEpoch();
            Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.Fine), $"epoch {epoch}");
            Assert.That(scene.Looks(bob, "Alice", out DeviceKeys? keys), Is.EqualTo(Finding.Fine));
            Assert.That(keys, Is.EqualTo(DirectoryScene.Keys(epoch < 4 ? "Alice" : newest)));
        }
        for (long epoch = 1; kind == DirectoryKind.AppendOnly && epoch <= scene.Directory.Epoch; epoch++)
            Assert.That(auditor.Check(scene.Directory.Step(epoch)), Is.EqualTo(Finding.Fine));
    }

    [Test]
    public void AnAnswerOverTheWireIsTheSame()
    {
        var scene = new DirectoryScene(kind);
        foreach (string name in (string[])["Alice", "nobody"])
        {
            byte[] sent = scene.Directory.LookUp(name, 0).Serialize();
            Assert.That(DirectoryAnswer.TryParse(sent, out DirectoryAnswer? answer));
            Assert.That(scene.Client().Check(name, answer!, out DeviceKeys? keys), Is.EqualTo(Finding.Fine));
            Assert.That(keys, Is.EqualTo(name == "Alice" ? DirectoryScene.Keys("Alice") : null));
        }
    }

    [Test]
    public void ANameThatNobodyPublishedIsProvenToBeAbsent()
    {
        var scene = new DirectoryScene(kind);
        Assert.That(scene.Looks(scene.Client(), "nobody", out DeviceKeys? keys), Is.EqualTo(Finding.Fine));
        Assert.That(keys, Is.Null);
    }

    [Test]
    public void AnEmptyListIsNoAbsence()
    {
        var scene = new DirectoryScene(kind);
        var none = new DeviceKeys();
        scene.Owner.Published(none, scene.Directory.Publish("Alice", none));
        scene.NextEpoch();
        Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.Fine));
        Assert.That(scene.Looks(scene.Client(), "Alice", out DeviceKeys? keys), Is.EqualTo(Finding.Fine));
        Assert.That(keys?.Keys, Is.Empty);
    }

    [Test]
    public void NamesAreData()
    {
        var scene = new DirectoryScene(kind);
        string[] names =
        [
            "", " ", "1", "alice", "Alice\0", "Alice\n", "\u202Eecila", "<b>Alice</b>", new('x', 10_000),
            "\uD83C", "\uDF3B", "\uD83C\uDF3B", "\uFFFD", "\u00C4lice", "A\u0308lice",
        ];
        foreach (string name in names)
            scene.Directory.Publish(name, DirectoryScene.Keys($"the keys of {Array.IndexOf(names, name)}"));
        scene.NextEpoch();
        foreach (string name in names)
        {
            Assert.That(scene.Looks(scene.Client(), name, out DeviceKeys? keys), Is.EqualTo(Finding.Fine));
            Assert.That(keys, Is.EqualTo(DirectoryScene.Keys($"the keys of {Array.IndexOf(names, name)}")));
        }
        Assert.That(names.Select(name => DirectoryLabel.Of(name, 1)).Distinct().Count(), Is.EqualTo(names.Length));
    }

    [Test]
    public void TwoListsInOneEpochCountInTheirOrder()
    {
        var scene = new DirectoryScene(kind);
        foreach (string newer in (string[])["Alice 2", "Alice 3"])
            scene.Owner.Published(DirectoryScene.Keys(newer), scene.Directory.Publish("Alice", DirectoryScene.Keys(newer)));
        scene.NextEpoch();
        Assert.That(scene.OwnerLooks(), Is.EqualTo(Finding.Fine));
        Assert.That(scene.Looks(scene.Client(), "Alice", out DeviceKeys? keys), Is.EqualTo(Finding.Fine));
        Assert.That(keys, Is.EqualTo(DirectoryScene.Keys("Alice 3")));
    }

    [Test]
    public void AForkHasThePastAndItsOwnFuture()
    {
        var scene = new DirectoryScene(kind);
        scene.Directory.Publish("Bob", DirectoryScene.Keys("Bob 2"));
        scene.NextEpoch();
        KeyDirectory fork = scene.Directory.Fork(1);
        Assert.That((fork.Epoch, fork.LookUp("Bob", 0).Keys, fork.Newest.Size), Is.EqualTo((1L, DirectoryScene.Keys("Bob"), 1L)));
        fork.Publish("Erin", DirectoryScene.Keys("Erin"));
        fork.CloseEpoch();
        Assert.That(scene.Directory.LookUp("Erin", 0).Keys, Is.Null);
        Assert.That(fork.LookUp("Erin", 0).Keys, Is.EqualTo(DirectoryScene.Keys("Erin")));
        Assert.That(scene.Looks(scene.Client(), "Erin", out _, fork), Is.EqualTo(Finding.Fine));
    }

    [Test]
    public void WithoutAnEpochThereIsNoAnswer()
    {
        var directory = new KeyDirectory(kind, DhKeyPair.FromPrivate(Hex.Repeat(9, 32)), new SeededRandom(1), new ManualClock());
        Assert.That(() => directory.LookUp("Alice", 0), Throws.InvalidOperationException);
        directory.CloseEpoch();
        Assert.That(directory.LookUp("Alice", 0).Keys, Is.Null);
        Assert.That(() => directory.LookUp("Alice", 2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => directory.Step(2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => directory.Step(0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
