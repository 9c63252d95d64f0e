using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>Alice and Bob with a post-quantum ratchet each, and nothing around it.</summary>
internal sealed class SpqrPair
{
    public static readonly byte[] AuthKeyBytes = Hex.Repeat(0x29, 32);

    private readonly SpqrLimits? limits;

    public SpqrPair(SpqrLimits? limits = null, SpqrVersion aliceMinimum = SpqrVersion.V1, SpqrVersion bobMinimum = SpqrVersion.V1, long seed = 1)
    {
        this.limits = limits;
        var random = new SeededRandom(seed);
        (AliceRandom, BobRandom) = (new(random.Child("Alice")), new(random.Child("Bob")));
        Alice = SparsePostQuantumRatchet.Start(new(AuthKeyBytes), SpqrDirection.A2B, AliceRandom, limits, aliceMinimum);
        Bob = SparsePostQuantumRatchet.Start(new(AuthKeyBytes), SpqrDirection.B2A, BobRandom, limits, bobMinimum);
    }

    public SparsePostQuantumRatchet Alice { get; private set; }

    public SparsePostQuantumRatchet Bob { get; private set; }

    public CountingRandom AliceRandom { get; }

    public CountingRandom BobRandom { get; }

    /// <summary>The next message of somebody, and its key or null.</summary>
    public static SentMessage Send(SparsePostQuantumRatchet from)
    {
        var (message, key) = from.Send();
        byte[]? bytes = key?.Bytes.ToArray();
        key?.Dispose();
        return new(message, bytes);
    }

    /// <summary>Receives and commits; the keys of both ends have to agree.</summary>
    public static void Accept(SparsePostQuantumRatchet at, SentMessage sent)
    {
        Assert.That(at.Receive(sent.Bytes, out PendingSpqr? pending), Is.EqualTo(SpqrFailure.None));
        using (pending)
        {
            Assert.That(pending!.Key?.Bytes.ToArray(), Is.EqualTo(sent.Key));
            at.Commit(pending);
        }
    }

    /// <summary>Expects a refusal that changes not a byte.</summary>
    public static void Refuse(SparsePostQuantumRatchet at, byte[] message, SpqrFailure failure)
    {
        byte[] before = Saved(at);
        Assert.That(at.Receive(message, out PendingSpqr? pending), Is.EqualTo(failure));
        Assert.That(pending, Is.Null);
        Assert.That(Saved(at), Is.EqualTo(before));
    }

    public static void Deliver(SparsePostQuantumRatchet from, SparsePostQuantumRatchet to) => Accept(to, Send(from));

    public static byte[] Saved(SparsePostQuantumRatchet ratchet)
    {
        using SpqrState state = ratchet.Snapshot();
        return state.Save();
    }

    public static T Of<T>(SparsePostQuantumRatchet ratchet, Func<SpqrState, T> read)
    {
        using SpqrState state = ratchet.Snapshot();
        return read(state);
    }

    /// <summary>So many rounds in which both say something.</summary>
    public void Talk(int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            Deliver(Alice, Bob);
            Deliver(Bob, Alice);
        }
    }

    /// <summary>Talks until a party is in a state.</summary>
    public void TalkUntil(SparsePostQuantumRatchet party, Func<BraidState, bool> isThere)
    {
        for (int i = 0; i < 500; i++)
            foreach (var (from, to) in ((SparsePostQuantumRatchet, SparsePostQuantumRatchet)[])[(Alice, Bob), (Bob, Alice)])
            {
                if (Of(party, state => isThere(state.Braid!)))
                    return;
                Deliver(from, to);
            }
        Assert.Fail("the state never came");
    }

    /// <summary>Saves both ends and goes on from what was saved.</summary>
    public void Reload()
    {
        Alice = Reloaded(Alice, AliceRandom);
        Bob = Reloaded(Bob, BobRandom);
    }

    private SparsePostQuantumRatchet Reloaded(SparsePostQuantumRatchet ratchet, RandomSource random)
    {
        byte[] saved = Saved(ratchet);
        Assert.That(SpqrState.TryLoad(saved, out SpqrState? state), Is.True);
        using (state)
            return SparsePostQuantumRatchet.Resume(state!, random, limits);
    }
}
