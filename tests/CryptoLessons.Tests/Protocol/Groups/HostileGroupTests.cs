using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Ratchet;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Any bytes give an answer, what is accepted is what stood there, and nothing opens that was not sent.</summary>
[TestFixture]
internal sealed class HostileGroupTests
{
    private static readonly byte[] Key = DhKeyPair.FromPrivate(Hex.Repeat(1, 32)).Public.Serialize();

    /// <summary>A version byte, fields whose numbers and types are mostly right, and some bytes behind.</summary>
    private static Gen<byte[]> Messages { get; } =
        from version in Gen.Frequency((8, Gen.Constant((byte)0x33)), (1, SeededCheck.Byte))
        from whole in Gen.Elements([true, true, false])
        from numbers in SeededCheck.Number.ArrayOf(2)
        from count in Gen.Choose(0, 4)
        from fields in OneField.ArrayOf(count)
        from rest in Gen.Frequency((1, SeededCheck.Bytes(90)), (1, SeededCheck.Byte.ArrayOf(64)))
        select (byte[])
        [
            version,
            .. whole ? SignalMessageParts.Encode(1, Hex.Repeat(3, 16)) : [],
            .. SignalMessageParts.Encode(2, numbers[0]), .. SignalMessageParts.Encode(3, numbers[1]),
            .. whole ? SignalMessageParts.Encode(4, Hex.Repeat(4, 32)) : [], .. whole ? SignalMessageParts.Encode(5, Key) : [],
            .. fields.SelectMany(field => field),
            .. numbers[0] % 3 == 0 ? [] : rest,
        ];

    private static Gen<byte[]> OneField =>
        from number in Gen.Frequency((8, Gen.Choose(1, 5)), (1, Gen.Constant(15)))
        from bytes in Gen.OneOf(Gen.Constant(Key), Gen.Constant(Hex.Repeat(3, 16)), Gen.Constant(Hex.Repeat(4, 32)), SeededCheck.Bytes(40))
        from value in SeededCheck.Number
        from writesBytes in Gen.Frequency((9, Gen.Constant(number is 1 or 4 or 5)), (1, Gen.Elements([true, false])))
        select writesBytes ? SignalMessageParts.Encode(number, bytes) : SignalMessageParts.Encode(number, value);

    [Test]
    public void AnAcceptedDistributionMeansTheSameWhenWrittenAgain()
    {
        int accepted = 0;
        SeededCheck.ForAll(3_000, Messages, bytes =>
        {
            DecryptFailure failure = SenderKeyDistributionMessage.Parse(bytes, out SenderKeyDistributionMessage? message);
            if (failure != DecryptFailure.None)
            {
                Assert.That(failure, Is.AnyOf(DecryptFailure.Malformed, DecryptFailure.OldVersion, DecryptFailure.UnknownVersion));
                Assert.That(message, Is.Null);
                return;
            }
            accepted++;
            Assert.That(SenderKeyDistributionMessage.Parse(message!.Serialize(), out SenderKeyDistributionMessage? again), Is.EqualTo(DecryptFailure.None));
            Assert.That(again! with { ChainKey = message.ChainKey }, Is.EqualTo(message));
            Assert.That(again.ChainKey.Bytes.SequenceEqual(message.ChainKey.Bytes));
        });
        Assert.That(accepted, Is.GreaterThan(50));
    }

    [Test]
    public void AnAcceptedMessageIsCutWithoutLosingAByte()
    {
        int accepted = 0;
        var bob = new GroupMember("bob");
        SeededCheck.ForAll(3_000, Messages, bytes =>
        {
            DecryptFailure failure = SenderKeyMessage.Parse(bytes, out SenderKeyMessage? message);
            Assert.That(bob.Cipher.Decrypt("alice", bytes, out byte[] plaintext), Is.EqualTo(failure == DecryptFailure.None ? DecryptFailure.NoSenderKey : failure));
            Assert.That(plaintext, Is.Empty);
            if (failure != DecryptFailure.None)
            {
                Assert.That(failure, Is.AnyOf(DecryptFailure.Malformed, DecryptFailure.OldVersion, DecryptFailure.UnknownVersion));
                Assert.That(message, Is.Null);
                return;
            }
            accepted++;
            Assert.That(message!.Serialize(), Is.EqualTo(bytes));
            Assert.That(message.Signed.Span.IndexOf(message.Ciphertext.Span), Is.Not.Negative);
        });
        Assert.That(accepted, Is.GreaterThan(50));
    }

    [Test]
    public void AMemberOpensOnlyWhatWasSent()
    {
        Random random = PrintedSeed.NewRandom();
        GroupMember[] members = GroupMember.Group("alice", "bob", "carol");
        GroupMember alice = members[0], bob = members[1], carol = members[2];
        byte[][] sent = [.. Enumerable.Range(0, 5).Select(i => i % 2 == 0 ? alice.Send($"{i}") : carol.Send($"{i}"))];
        HashSet<string> genuine = [.. sent.Select(message => Convert.ToHexString(message))];
        HashSet<DecryptFailure> reasons = [];
        for (int i = 0; i < 600; i++)
            if (random.Mutate(sent[random.Next(sent.Length)], sent) is var message && !genuine.Contains(Convert.ToHexString(message)))
                reasons.Add(bob.RefusesSomehow(random.Next(4) == 0 ? carol : alice, message, Convert.ToHexString(message)));
        Assert.That(reasons, Is.SupersetOf((DecryptFailure[])[DecryptFailure.Malformed, DecryptFailure.BadSignature, DecryptFailure.NoSenderKey]));
        for (int i = 0; i < sent.Length; i++)
            bob.Opens(i % 2 == 0 ? alice : carol, sent[i], $"{i}");
    }

    [Test]
    public void AMutatedDistributionIsRefusedOrKept()
    {
        Random random = PrintedSeed.NewRandom();
        GroupMember[] members = GroupMember.Group("alice", "bob");
        GroupMember alice = members[0], bob = members[1];
        byte[] distribution = alice.Cipher.CreateDistribution(GroupMember.Garden);
        for (int i = 0; i < 1_000; i++)
        {
            byte[] mutated = random.Mutate(distribution, [distribution]), before = bob.Saved;
            if (bob.Cipher.ProcessDistribution("alice", mutated) != DecryptFailure.None)
                Assert.That(bob.Saved.AsSpan().SequenceEqual(before), Convert.ToHexString(mutated));
            Assert.That(bob.Cipher.Snapshot().Others["alice"].Values.Max(record => record.States.Count), Is.LessThanOrEqualTo(5));
        }
        bob.Reload();
    }
}
