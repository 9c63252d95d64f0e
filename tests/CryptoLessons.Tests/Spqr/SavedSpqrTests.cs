using System.Reflection;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Protocol.Wire;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>Saved states: each comes back as it was, and no bytes but its own are taken for it.</summary>
public class SavedSpqrTests
{
    /// <summary>Saved states in which every state of the Braid, skipped keys, one epoch and several occur.</summary>
    private static readonly Lazy<byte[][]> Saved = new(() =>
    [
        SpqrState.None.Save(),
        .. Play(SpqrVersion.V0, _ => false),
        .. Play(SpqrVersion.V1, i => i % 5 == 0),
        .. Play(SpqrVersion.V1, i => i is > 20 and < 90 && i % 2 == 1),
    ]);

    [Test]
    public void EveryStateOccurs() =>
        Assert.That(Saved.Value.Select(saved => SpqrState.TryLoad(saved, out SpqrState? state) ? state.Braid?.GetType() : null),
            Is.SupersetOf(BraidScene.States));

    [Test]
    public void EveryStateComesBackAsItWas()
    {
        foreach (byte[] saved in Saved.Value)
        {
            Assert.That(SpqrState.TryLoad(saved, out SpqrState? state), Is.True);
            Assert.That(state!.Save(), Is.EqualTo(saved));
            using SpqrState copy = state.Copy();
            state.Dispose();
            Assert.That(copy.Save(), Is.EqualTo(saved), "a copy is no reference");
        }
    }

    [Test]
    public void AnotherEncodingOfAStateIsRefused()
    {
        foreach (byte[] saved in Saved.Value.Where((_, i) => i % 9 == 1))
        {
            byte[][] others =
            [
                [], saved[..^1], [.. saved, 0], [.. saved, 0x20, 0], [.. saved, .. saved.AsSpan(4)],
                [.. saved.AsSpan(0, 3), (byte)(saved[3] + 1), .. saved.AsSpan(4)],
                [.. saved.AsSpan(0, 2), (byte)'R', .. saved.AsSpan(3)],
                [.. saved.AsSpan(0, 4), .. Reversed(saved.AsSpan(4))],
            ];
            foreach (byte[] other in others)
                Assert.That(SpqrState.TryLoad(other, out _), Is.False, Hex.Of(other));
        }
    }

    [Test]
    public void DamagedStatesAreRefusedOrAreStatesThatDoNotThrow()
    {
        Random random = PrintedSeed.NewRandom();
        byte[] message = SpqrPair.Send(new SpqrPair().Alice).Bytes;
        int loaded = 0;
        for (int i = 0; i < 3000; i++)
        {
            byte[] damaged = random.Mutate(Saved.Value[random.Next(Saved.Value.Length)], Saved.Value);
            if (!SpqrState.TryLoad(damaged, out SpqrState? state))
                continue;
            loaded++;
            Assert.That(state.Save(), Is.EqualTo(damaged));
            if (HasLastIndex(state))
                continue;
            SparsePostQuantumRatchet ratchet = SparsePostQuantumRatchet.Resume(state, new SeededRandom(1), new SpqrLimits(50, 20));
            for (int n = 0; n < 3; n++)
            {
                _ = ratchet.Send();
                _ = ratchet.Receive(message, out PendingSpqr? pending);
                pending?.Dispose();
            }
        }
        Assert.That(loaded, Is.GreaterThan(20), "flipped keys are keys");
    }

    [TestCase(31)]
    [TestCase(33)]
    [TestCase(0)]
    public void ChainKeysHave32BytesOrAreNotThere(int size)
    {
        byte[] Chain(int keySize) => SavedState.Fields(chain => chain.Bytes(1, new byte[keySize]).Varint(2, 0));
        byte[] Epoch(int keySize) => SavedState.Fields(epoch => epoch.Varint(1, 0).Bytes(2, Chain(keySize)).Bytes(3, Chain(32)));
        byte[] Chains(int keySize) => SavedState.Fields(chains => chains.Varint(1, 0).Bytes(2, new byte[32]).Varint(3, 0).Bytes(4, Epoch(keySize)));
        Assert.That(SavedChains.Read(Chains(32)), Is.Not.Null);
        Assert.That(SavedChains.Read(Chains(size)), Is.Null);
    }

    [Test]
    public void PartsOfTwoMomentsAreNoState()
    {
        var pair = new SpqrPair();
        SpqrState start = pair.Alice.Snapshot();
        pair.TalkUntil(pair.Alice, braid => braid.Epoch == 2);
        SpqrState later = pair.Alice.Snapshot();
        pair.TalkUntil(pair.Alice, braid => braid is Ct2Sampled);
        SpqrState ahead = pair.Alice.Snapshot();
        Assert.That(SpqrState.TryLoad(ahead.Save(), out _), Is.True);
        _ = ahead.Chains!.SendKey(ahead.Braid!.Epoch);
        SpqrState[] mixed =
        [
            new(start.Braid, start.Negotiation, later.Chains), new(later.Braid, start.Negotiation, null), new(start.Braid, null, null),
            new(null, start.Negotiation, null),
            new(null, null, later.Chains), ahead, new(later.Braid, start.Negotiation! with { Direction = SpqrDirection.B2A }, later.Chains),
        ];
        foreach (SpqrState state in mixed)
            Assert.That(SpqrState.TryLoad(state.Save(), out _), Is.False);
        Assert.That(SpqrState.TryLoad(start.Save(), out _) && SpqrState.TryLoad(later.Save(), out _), Is.True);
    }

    [Test]
    public void NoStateWaitsForChunksThatItHas()
    {
        ErasureDecoder decoder = new ErasureDecoder(96).Add(new(0, new byte[32])).Add(new(1, new byte[32]));
        NoHeaderReceived State(ErasureDecoder header) => new(1, Authenticator.Start(new(SpqrPair.AuthKeyBytes)), header);
        Assert.That(SavedBraid.Read(BraidReceivingTests.Saved(State(decoder))), Is.Not.Null);
        Assert.That(SavedBraid.Read(BraidReceivingTests.Saved(State(decoder.Add(new(2, new byte[32]))))), Is.Null);
    }

    [Test]
    public void ChainsThatNoPartyCouldHoldAreRefused()
    {
        static SpqrChain Open() => new(new(new byte[32]), counter: 7);
        static SpqrChain Closed() => new(key: null, counter: 7);
        static SpqrChain Skipping(uint index) => new(new(new byte[32]), counter: 7, new() { [index] = new(new byte[32]) });
        static bool Loads(ulong sendEpoch, params (ulong Number, SpqrChain Sending, SpqrChain Receiving)[] epochs)
        {
            var kept = new SortedDictionary<ulong, SpqrEpoch>();
            foreach (var (number, sending, receiving) in epochs)
                kept.Add(number, new(sending, receiving));
            var chains = new SpqrChains(SpqrDirection.A2B, new(new byte[32]), sendEpoch, kept);
            return SavedChains.Read(SavedState.Fields(fields => SavedChains.Write(fields, chains))) is not null;
        }

        Assert.That(Loads(0, (0, Open(), Skipping(6))) && Loads(3, (2, Closed(), Open()), (3, Open(), Open()), (4, Open(), Open())), Is.True);
        Assert.That(Loads(0), Is.False, "no epoch");
        Assert.That(Loads(3, (2, Open(), Open()), (3, Open(), Open())), Is.False, "an earlier epoch that can be sent in");
        Assert.That(Loads(3, (2, Closed(), Open()), (3, Closed(), Open())), Is.False, "the epoch sent in is closed");
        Assert.That(Loads(3, (2, Closed(), Open())), Is.False, "without the epoch sent in");
        Assert.That(Loads(3, (3, Open(), Open())), Is.False, "without the one before");
        Assert.That(Loads(3, (1, Closed(), Open()), (2, Closed(), Open()), (3, Open(), Open())), Is.False, "with one too old");
        Assert.That(Loads(3, (2, Closed(), Open()), (3, Open(), Open()), (5, Open(), Open())), Is.False, "with a gap");
        Assert.That(Loads(0, (0, Open(), Closed())), Is.False, "a receiving chain without a key");
        Assert.That(Loads(0, (0, Skipping(1), Open())), Is.False, "a sender who skips");
        Assert.That(Loads(0, (0, Open(), Skipping(0))) || Loads(0, (0, Open(), Skipping(7))), Is.False, "a skipped key beside the chain");
    }

    [Test]
    public void AnEncapsulationIsSavedAsItsMessageAndHeaderAndAKeyPairAsItsSeed()
    {
        int Size(Type type) => BraidReceivingTests.Saved(BraidScene.State(type)).Length;
        Assert.That(Size(typeof(KeysSampled)), Is.LessThan(170));
        Assert.That(Size(typeof(Ct1Sampled)), Is.LessThan(210));
        Assert.That(Size(typeof(EkReceivedCt1Sampled)), Is.LessThan(210 + 1152));
    }

    [Test]
    public void NothingThatHoldsSecretsPrintsThem()
    {
        var pair = new SpqrPair();
        object?[] holders = [pair.Alice, pair.Alice.Snapshot().Negotiation];
        pair.Talk(30);
        SpqrState state = pair.Alice.Snapshot();
        _ = pair.Alice.Receive(SpqrPair.Send(pair.Bob).Bytes, out PendingSpqr? pending);
        holders =
        [
            .. holders, state, state.Braid, state.Braid!.Authenticator, state.Chains, .. state.Chains!.Epochs.Values,
            state.Chains.Epochs[0].Receiving, pending, pending!.FromChain, state.Braid.Send(new SeededRandom(1)),
        ];
        HashSet<string> harmless = [.. holders.Select(holder => holder!.ToString()!)];
        Assert.That(harmless, Has.None.Match("[0-9A-Fa-f]{16}|(\\d+[, -]+){4}"));
        Assert.That(harmless, Has.Some.Contains("secret, 32 bytes"));
        IEnumerable<Type> kinds = typeof(SpqrAuthKey).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(SpqrAuthKey).Namespace && type.IsSubclassOf(typeof(Secret)));
        Assert.That(kinds.Where(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Length > 0), Is.Empty);
        Assert.That(kinds.Count(), Is.EqualTo(7));
    }

    private static List<byte[]> Play(SpqrVersion minimum, Func<int, bool> loses)
    {
        var pair = new SpqrPair(aliceMinimum: minimum);
        var saved = new List<byte[]> { SpqrPair.Saved(pair.Alice), SpqrPair.Saved(pair.Bob) };
        var seen = new HashSet<(Type, ulong)>();
        for (int i = 0; i < 200; i++)
        {
            var (from, to) = i % 2 == 0 ? (pair.Alice, pair.Bob) : (pair.Bob, pair.Alice);
            SentMessage sent = SpqrPair.Send(from);
            Note(from);
            if (loses(i))
                continue;
            SpqrPair.Accept(to, sent);
            Note(to);
        }
        return saved;

        // Each kind of state when it begins, and every now and then.
        void Note(SparsePostQuantumRatchet party)
        {
            using SpqrState state = party.Snapshot();
            if (seen.Add((state.Braid!.GetType(), state.Braid.Epoch)) || seen.Count % 4 == 0)
                saved.Add(state.Save());
        }
    }

    /// <summary>A counter at its end stops sending with an exception, as it must.</summary>
    private static bool HasLastIndex(SpqrState state) =>
        state.Chains is { } chains && chains.Epochs.Values.Any(epoch => epoch.Sending.Counter > uint.MaxValue - 5);

    /// <summary>The fields in the opposite order; the same bytes with one more when there is only one.</summary>
    private static byte[] Reversed(ReadOnlySpan<byte> fields)
    {
        List<byte[]> found = [];
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            found.Add(fields[field.Start..field.End].ToArray());
        return found.Count > 1 ? [.. Enumerable.Reverse(found).SelectMany(field => field)] : [.. fields, 0x28, 1];
    }
}
