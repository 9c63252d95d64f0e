using CryptoLessons.Adversary;
using CryptoLessons.WithoutABackDoor;
using NUnit.Framework;

namespace CryptoLessons.Tests.WithoutABackDoor;

[TestFixture]
internal sealed class MemberWhoTalksTests
{
    [TestCase(1, 0)]
    [TestCase(12, 0)]
    [TestCase(12, 5)]
    [TestCase(12, 11)]
    public void AMembersPhoneShowsAllSinceTheyJoinedAndNothingElseChanges(int messages, int joined) =>
        Assert.That(MemberWhoTalks.Run(messages, joined, PrintedSeed.NewRandom().Next()), Is.EqualTo(new MemberWhoTalks(
            Members: 4, messages, Shown: messages - joined, ShownBefore: 0, ShownSince: messages - joined,
            OnTheWire: 0, AtTheServer: 0, Bystanders: 0, Noticed.No)));

    [Test]
    public void JoiningAfterTheLastMessageIsMisuse() => Assert.That(() => MemberWhoTalks.Run(5, 5), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
