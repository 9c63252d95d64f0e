using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Clipper;

/// <summary>What a warrant opens where phones have chips, what it does not, and who wrote it down.</summary>
public class DecryptionOfficeTests
{
    private readonly ChipScene scene = new(new SeededRandom(11));

    [Test]
    public void AWarrantOpensWhatTheTargetsChipSentAndNotWhatItReceived()
    {
        Envelope sent = scene.Send("half past two");
        Assert.That(scene.Receive(sent, out string shown), Is.EqualTo(DecryptFailure.None));
        Assert.That(shown, Is.EqualTo("half past two"));
        Envelope received = scene.Send("at the gate", fromBob: true);
        Assert.That(scene.Receive(received, out _), Is.EqualTo(DecryptFailure.None));

        Assert.That(scene.Ask(scene.Warrant("Alice"), sent, out string opened), Is.EqualTo(Outcome.Opened));
        Assert.That(opened, Is.EqualTo("half past two"));
        Assert.That(scene.Ask(scene.Warrant("Alice"), received, out opened), Is.EqualTo(Outcome.NoKey));
        Assert.That(opened, Is.Empty);
        Assert.That(scene.Ask(scene.Warrant("Bob"), received, out opened), Is.EqualTo(Outcome.Opened));
        Assert.That(opened, Is.EqualTo("at the gate"));
    }

    [Test]
    public void AnEmptyMessageIsOpenedToo() => Assert.That(scene.Ask(scene.Warrant("Alice"), scene.Send(""), out _), Is.EqualTo(Outcome.Opened));

    [Test]
    public void WhatTheWarrantDoesNotReachIsRefusedBeforeAnybodyIsAsked()
    {
        var fresh = new ChipScene(new SeededRandom(12));
        Envelope sent = fresh.Send("half past two");
        DateTimeOffset later = TestScripts.Start.AddDays(1);
        (Warrant Warrant, Outcome Expected)[] cases =
        [
            (new Court(new SeededRandom(5)).Issue("Alice", TestScripts.Start, TestScripts.Start), Outcome.NotSigned),
            (fresh.Warrant("Bob") with { Target = "Alice" }, Outcome.NotSigned),
            (fresh.Warrant("Carol"), Outcome.NotNamed),
            (fresh.Court.Issue("Alice", later, later), Outcome.OutsidePeriod),
        ];
        foreach (var (warrant, expected) in cases)
        {
            Assert.That(fresh.Ask(warrant, sent, out string opened), Is.EqualTo(expected));
            Assert.That(opened, Is.Empty);
        }
        Assert.That(fresh.Agents.SelectMany(agent => agent.Released), Is.Empty);
    }

    [Test]
    public void BytesThatAreNoMessageAndMessagesThatNoChipWroteAreToldApart()
    {
        Envelope sent = scene.Send("half past two");
        Assert.That(scene.Ask(scene.Warrant("Alice"), sent with { Message = sent.Message with { Bytes = new byte[20] } }, out _), Is.EqualTo(Outcome.NotAMessage));
        var honest = new ChipScene(new SeededRandom(11), sender: (signal, _) => signal);
        Envelope chipless = honest.Send("half past two");
        Assert.That(honest.Ask(honest.Warrant("Alice"), chipless, out _), Is.EqualTo(Outcome.NoKey));
        Assert.That(honest.Receive(chipless, out _), Is.EqualTo(DecryptFailure.NotAuthentic), "a chip opens nothing without a LEAF");
    }

    [Test]
    public void ALeafWithTheRightNumberAndAnotherMessagesKeyIsFoundOut()
    {
        // A rogue that has the family key, as no owner of a chip does: its LEAFs name its own chip, and hold no key of any message.
        var rogue = new ChipScene(new SeededRandom(13), sender: (signal, chip) => new OtherKeyInTheLeaf(signal, chip, FamilyKey.Generate(new SeededRandom(13).Child("family"))));
        Envelope sent = rogue.Send("half past two");
        Assert.That(rogue.Receive(sent, out _), Is.EqualTo(DecryptFailure.None), "the checksum is right");
        Assert.That(rogue.Ask(rogue.Warrant("Alice"), sent, out _), Is.EqualTo(Outcome.WrongKey));
    }

    [Test]
    public void EachAgentHandsOutOneHalfForOneChipAndWritesItDownOnce()
    {
        var fresh = new ChipScene(new SeededRandom(14));
        Warrant warrant = fresh.Warrant("Alice");
        for (int i = 0; i < 3; i++)
            Assert.That(fresh.Ask(warrant, fresh.Send("again"), out _), Is.EqualTo(Outcome.Opened));
        foreach (EscrowAgent agent in fresh.Agents)
            Assert.That(agent.Released, Is.EqualTo(new[] { ("Alice", fresh.AlicesChip.UnitId) }));
    }

    [Test]
    public void AnAgentLooksForItself()
    {
        Warrant forged = new Court(new SeededRandom(5)).Issue("Alice", TestScripts.Start, TestScripts.Start);
        foreach (EscrowAgent agent in scene.Agents)
        {
            int before = agent.Released.Count;
            Assert.That(agent.Release(forged, scene.AlicesChip.UnitId), Is.Null);
            Assert.That(agent.Release(scene.Warrant("Alice"), 12345), Is.Null, "no such chip");
            Assert.That(agent.Released, Has.Count.EqualTo(before));
        }
    }

    [Test]
    public void OneHalfIsNotTheKeyAndBothAre()
    {
        ClipperMessage message = ClipperMessage.Of(scene.Intercept(scene.Send("half past two")))!;
        UnitKey[] halves = [.. scene.Agents.Select(agent => agent.Leak()[scene.AlicesChip.UnitId])];
        foreach (UnitKey half in halves)
            Assert.That(message.OpenKey(scene.Family, half), Is.Null);
        Assert.That(message.Decrypt(message.OpenKey(scene.Family, UnitKey.Join(halves))!), Is.EqualTo("half past two"u8.ToArray()));
    }

    /// <summary>As when the same moment is played on by several at a time.</summary>
    [Test]
    public void ACopyOfAnAgentHasTheHalvesAndARecordOfItsOwn()
    {
        EscrowAgent agent = scene.Agents[0], copy = agent.Copy();
        Assert.That(copy.Release(scene.Warrant("Alice"), scene.AlicesChip.UnitId), Is.Not.Null);
        Assert.That((copy.Released.Count, agent.Released.Count), Is.EqualTo((1, 0)));
        agent.Deposit(1, new UnitKey(new byte[SkipjackKey.Size]));
        Assert.That((agent.Leak().Count, copy.Leak().Count), Is.EqualTo((3, 2)));
    }

    private sealed class OtherKeyInTheLeaf(RatchetFunctions inner, ClipperChip chip, FamilyKey family) : ClipperFunctions(inner, chip)
    {
        protected override byte[] Sent(SessionKey key, ReadOnlySpan<byte> iv) =>
            (Leaf.Open(Chip.MakeLeaf(key, iv), family) with { WrappedKey = new byte[SkipjackKey.Size] }).Seal(family);
    }
}
