using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Whatever arrives, a receiver answers with a value, and opens nothing that was not sent.</summary>
[TestFixtureSource(typeof(Suite), nameof(Suite.All))]
internal sealed class MutatedMessageTests(Suite suite)
{
    private const int Rounds = 1_500;

    [Test]
    public void ARatchetOpensOnlyWhatWasSent()
    {
        Random random = PrintedSeed.NewRandom();
        var pair = new RatchetPair(suite);
        List<byte[]> sent = [];
        for (int i = 0; i < 4; i++)
        {
            sent.Add(pair.Alice.Send("late"));
            pair.Turn();
            sent.Add(pair.Alice.Send("text"));
        }
        HashSet<string> genuine = [.. sent.Select(message => Convert.ToHexString(message))];
        for (int i = 0; i < Rounds; i++)
        {
            byte[] original = sent[random.Next(sent.Count)];
            byte[] message = random.Next(3) == 0 ? Forge(random, original, sent) : random.Mutate(original, sent);
            if (!genuine.Contains(Convert.ToHexString(message)))
                pair.Bob.RefusesSomehow(message, Convert.ToHexString(message));
        }
        foreach (byte[] message in sent)
            Assert.That(pair.Bob.Receive(message, out _), Is.EqualTo(DecryptFailure.None));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void ADeviceOpensOnlyWhatWasSent(bool open)
    {
        Random random = PrintedSeed.NewRandom();
        DeviceParty alice = new(suite, "alice"), bob = new(suite, "bob");
        alice.Starts(bob, bob.Publish());
        byte[][] sent = [.. Enumerable.Range(0, 4).Select(_ => alice.Send(bob, "text").Bytes.ToArray())];
        if (open)
            bob.Opens(alice, alice.Send(bob, "first"), "first");
        int refused = 0;
        for (int i = 0; i < Rounds; i++)
        {
            CiphertextType type = random.Next(8) == 0 ? CiphertextType.Plain : CiphertextType.PreKey;
            var message = new CiphertextMessage(type, random.Mutate(sent[random.Next(4)], sent));
            using DeviceState before = bob.Device.Snapshot();
            long drawn = bob.Drawn;
            DecryptFailure failure = bob.Device.Decrypt("alice", message, out byte[] plaintext);
            // Fields that nobody authenticates may change, and then the message is still Alice's.
            Assert.That(plaintext, Is.EqualTo(failure == DecryptFailure.None ? "text"u8.ToArray() : []));
            if (failure == DecryptFailure.None)
            {
                bob.Reload(suite, _ => before);
                continue;
            }
            refused++;
            Assert.That(bob.Saved.AsSpan().SequenceEqual(before.Save()), Hex.Of(message.Bytes.Span));
            Assert.That(bob.Drawn, Is.EqualTo(drawn), Hex.Of(message.Bytes.Span));
        }
        Assert.That(refused, Is.GreaterThan(Rounds / 2));
    }

    [Test]
    public void ASessionOpensOnlyWhatWasSent()
    {
        Random random = PrintedSeed.NewRandom();
        DeviceParty alice = new(suite, "alice"), bob = new(suite, "bob");
        alice.Starts(bob, bob.Publish());
        bob.Opens(alice, alice.Send(bob, "first"), "first");
        alice.Opens(bob, bob.Send(alice, "answer"), "answer");
        byte[][] sent = [.. Enumerable.Range(0, 4).Select(_ => alice.Send(bob, "text").Bytes.ToArray())];
        using SessionState state = bob.Device.Snapshot().Sessions["alice"].Current!;
        byte[] before = state.Save();
        RatchetFunctions functions = suite.Create(RandomSource.System, RandomSource.System);
        Session<RatchetFunctions> session = Session.Resume(functions, state, RandomSource.System);
        for (int i = 0; i < Rounds; i++)
        {
            byte[] message = random.Mutate(sent[random.Next(4)], sent);
            if (sent.Any(genuine => genuine.AsSpan().SequenceEqual(message)))
                continue;
            Assert.That(session.Decrypt(message, out byte[] plaintext), Is.Not.EqualTo(DecryptFailure.None));
            Assert.That(plaintext, Is.Empty);
            using SessionState after = session.Snapshot();
            Assert.That(after.Save().AsSpan().SequenceEqual(before));
        }
        Assert.That(session.Decrypt(sent[2], out _), Is.EqualTo(DecryptFailure.None));
    }

    /// <summary>A message that decodes, with one part exchanged for something else.</summary>
    private static byte[] Forge(Random random, byte[] original, List<byte[]> others)
    {
        SignalMessageParts parts = SignalMessageParts.Read(original), other = SignalMessageParts.Read(others[random.Next(others.Count)]);
        return (random.Next(7) switch
        {
            0 => parts with { RatchetKey = [5, .. random.NextBytes(32)] },
            1 => parts with { RatchetKey = other.RatchetKey, Counter = other.Counter },
            2 => parts with { Counter = (uint)random.NextInt64() >> random.Next(32) },
            3 => parts with { PreviousCounter = (uint)random.Next() },
            4 => parts with { Ciphertext = random.NextBytes(16 * random.Next(4)) },
            5 => parts with { Further = SignalMessageParts.Encode(random.Next(5, 20), random.NextBytes(random.Next(100))) },
            _ => parts with { Mac = random.NextBytes(8) },
        }).ToArray();
    }
}
