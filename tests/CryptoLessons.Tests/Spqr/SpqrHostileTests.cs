using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>Both ends out of step, and bytes that nobody honest sent: never an exception, never a change by what is refused.</summary>
public class SpqrHostileTests
{
    [Test]
    public void ReplayedStaleFutureAndDamagedMessagesChangeNothingAndTheDialogueGoesOn()
    {
        Random random = PrintedSeed.NewRandom();
        var pair = new SpqrPair(seed: random.NextInt64());
        // A twin that is ahead by some epochs knows messages of the future.
        var ahead = new SpqrPair(seed: random.NextInt64());
        ahead.Talk(60);
        List<byte[]> seen = [SpqrPair.Send(ahead.Alice).Bytes];
        var failures = new Dictionary<SpqrFailure, int>();
        for (int round = 0; round < 160; round++)
            foreach (var (from, to) in ((SparsePostQuantumRatchet, SparsePostQuantumRatchet)[])[(pair.Alice, pair.Bob), (pair.Bob, pair.Alice)])
            {
                SpqrPair.Deliver(ahead.Alice, ahead.Bob);
                seen.Add(SpqrPair.Send(ahead.Bob).Bytes);
                SentMessage sent = SpqrPair.Send(from);
                byte[][] hostiles = [Any(random, seen), Any(random, seen), random.Mutate(sent.Bytes, seen), Forge(random, sent.Parsed)];
                foreach (byte[] hostile in hostiles)
                {
                    SpqrFailure failure = Try(to, hostile);
                    failures[failure] = failures.GetValueOrDefault(failure) + 1;
                }
                seen.Add(sent.Bytes);
                SpqrPair.Accept(to, sent);
            }
        TestContext.Out.WriteLine(string.Join(", ", failures));
        Assert.That(SpqrPair.Of(pair.Alice, state => state.Braid!.Epoch), Is.GreaterThanOrEqualTo(4));
        Assert.That(failures.Keys, Is.SupersetOf((SpqrFailure[])[
            SpqrFailure.None, SpqrFailure.Malformed, SpqrFailure.EpochOutOfRange, SpqrFailure.KeyAlreadyRequested,
            SpqrFailure.KeyJump, SpqrFailure.VersionMismatch]));
    }

    [Test]
    public void APeerWhoLiesUnderARightMacBreaksTheDialogueAndNothingElse()
    {
        Random random = PrintedSeed.NewRandom();
        for (int run = 0; run < 20; run++)
        {
            var pair = new SpqrPair(new SpqrLimits(200, 20), seed: random.NextInt64());
            pair.Talk(random.Next(50));
            for (int i = 0; i < 100; i++)
            {
                var (from, to) = random.Next(2) == 0 ? (pair.Alice, pair.Bob) : (pair.Bob, pair.Alice);
                SentMessage sent = SpqrPair.Send(from);
                if (to.Receive(random.Next(3) == 0 ? Forge(random, sent.Parsed) : sent.Bytes, out PendingSpqr? pending) == SpqrFailure.None)
                    using (pending)
                        to.Commit(pending!);
            }
            pair.Reload();
        }
    }

    [Test]
    public void EveryStateBearsEveryMessage()
    {
        Random random = PrintedSeed.NewRandom();
        byte[][] genuine = [.. BraidScene.Transitions.Select(transition => transition.Message.Serialize())];
        foreach (BraidState state in BraidScene.States.Select(BraidScene.State))
        {
            byte[] before = BraidReceivingTests.Saved(state);
            for (int i = 0; i < 300; i++)
                if (SpqrMessage.TryParse(random.Mutate(genuine[random.Next(genuine.Length)], genuine), out SpqrMessage? message)
                    && state.Receive(message) is { Failure: not SpqrFailure.None } refused)
                    Assert.That(refused.Next, Is.SameAs(state));
            Assert.That(BraidReceivingTests.Saved(state), Is.EqualTo(before), "a state never changes");
        }
    }

    private static byte[] Any(Random random, List<byte[]> seen) => seen[random.Next(seen.Count)];

    /// <summary>Receives without committing.</summary>
    private static SpqrFailure Try(SparsePostQuantumRatchet at, byte[] message)
    {
        byte[] before = SpqrPair.Saved(at);
        SpqrFailure failure = at.Receive(message, out PendingSpqr? pending);
        Assert.That(pending, failure == SpqrFailure.None ? Is.Not.Null : Is.Null);
        pending?.Dispose();
        Assert.That(SpqrPair.Saved(at), Is.EqualTo(before));
        return failure;
    }

    /// <summary>A message with its parts exchanged for others near by, or far away.</summary>
    private static byte[] Forge(Random random, SpqrMessage genuine)
    {
        ulong far = (ulong)random.NextInt64(1, long.MaxValue);
        ulong epoch = random.Next(3) switch { 0 => Math.Max(1, genuine.Epoch - 1), 1 => genuine.Epoch + 1, _ => far };
        uint index = random.Next(4) switch { 0 => genuine.Index, 1 => genuine.Index + 1, 2 => 0, _ => (uint)random.NextInt64(uint.MaxValue) };
        var chunk = new ErasureChunk((ushort)random.Next(random.Next(2) == 0 ? 40 : 65536), random.NextBytes(ErasureChunk.Size));
        return BraidScene.Message(random.Next(2) == 0 ? genuine.Epoch : epoch, (BraidMessageType)random.Next(7), chunk).At(index).Serialize();
    }
}
