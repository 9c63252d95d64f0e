using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Population;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Populations;

/// <summary>Conversations are deployed one by one, and still under one authority: what leaks in one of them is the key of all.</summary>
public class OneKeyForAllTests
{
    private static readonly PopulationRequest Request = Small.Request("message-key-escrow", leak: 1, users: 6);

    [Test]
    public void TheLeakedKeyIsTheKeyOfEveryConversation()
    {
        DhPublicKey[] keys = [.. Conversations("message-key-escrow").Select(deployment => ((AuthorityKeyLoot)deployment.Leak(AccessSecret.Escrow)!).Key.Public)];
        Assert.That(keys, Has.Length.EqualTo(3).And.All.EqualTo(keys[0]));
    }

    [Test]
    public void TheDirectoryTooIsOne()
    {
        DhPublicKey[] keys = [.. Conversations("ghost-device").Select(deployment => ((DirectoryKeyLoot)deployment.Leak(AccessSecret.Escrow)!).Key.Public)];
        Assert.That(keys, Has.Length.EqualTo(3).And.All.EqualTo(keys[0]));
    }

    [Test]
    public void NoTwoPeopleHaveAKeyInCommon() => Assert.That(
        Conversations("message-key-escrow").SelectMany(deployment => deployment.IdentityKeys.Values),
        Is.Unique.And.Exactly(6).Items);

    private static IEnumerable<IDeployment> Conversations(string design) => Enumerable.Range(1, 3)
        .Select(number => Design.Named(design).Deploy(new Circle(number, 6, Request).Sketch(), new SeededRandom(Request.Seed).Child("deployment")));
}
