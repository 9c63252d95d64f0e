using System.Text;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>One end of a conversation: a ratchet, its counted random sources, and the associated data of both directions.</summary>
internal sealed class RatchetParty
{
    private readonly RatchetLimits limits;
    private readonly CountingRandom keys;
    private readonly CountingRandom other;

    public RatchetParty(
        Suite suite,
        SeededRandom random,
        RatchetLimits limits,
        byte[] sendingAd,
        byte[] receivingAd,
        Func<RatchetFunctions, DoubleRatchet<RatchetFunctions>> make)
    {
        (this.limits, SendingAd, ReceivingAd) = (limits, sendingAd, receivingAd);
        (keys, other) = (new(random.Child("keys")), new(random.Child("other")));
        Functions = suite.Create(keys, other);
        Ratchet = make(Functions);
    }

    public byte[] SendingAd { get; }

    public byte[] ReceivingAd { get; }

    public RatchetFunctions Functions { get; private set; }

    public DoubleRatchet<RatchetFunctions> Ratchet { get; private set; }

    /// <summary>Bytes drawn from either source so far.</summary>
    public long Drawn => keys.Drawn + other.Drawn;

    /// <summary>The whole state as it would be stored.</summary>
    public byte[] Saved
    {
        get
        {
            using RatchetState state = Ratchet.Snapshot();
            return state.Save();
        }
    }

    public byte[] Send(string text) => Ratchet.Encrypt(Encoding.UTF8.GetBytes(text), SendingAd);

    /// <summary>Sends messages that nobody will ever see.</summary>
    public void SendIntoTheVoid(long count)
    {
        for (long i = 0; i < count; i++)
            Ratchet.SendKey().Seed.Dispose();
    }

    public DecryptFailure Receive(byte[] message, out byte[] plaintext) => Ratchet.Decrypt(message, ReceivingAd, out plaintext);

    public void Opens(byte[] message, string expected)
    {
        Assert.That(Receive(message, out byte[] plaintext), Is.EqualTo(DecryptFailure.None), expected);
        Assert.That(Encoding.UTF8.GetString(plaintext), Is.EqualTo(expected));
    }

    /// <summary>The message is refused for that reason, and neither keys nor random sources have moved.</summary>
    public void Refuses(byte[] message, DecryptFailure failure) =>
        Assert.That(RefusesSomehow(message, failure.ToString()), Is.EqualTo(failure));

    /// <summary>The message is refused, whatever the reason, and neither keys nor random sources have moved.</summary>
    public DecryptFailure RefusesSomehow(byte[] message, string what)
    {
        byte[] before = Saved;
        long drawn = Drawn;
        DecryptFailure failure = Receive(message, out byte[] plaintext);
        Assert.That(failure, Is.Not.EqualTo(DecryptFailure.None), what);
        Assert.That(plaintext, Is.Empty, what);
        Assert.That(Saved.AsSpan().SequenceEqual(before), $"{what}: the state changed");
        Assert.That(Drawn, Is.EqualTo(drawn), $"{what}: randomness was drawn");
        return failure;
    }

    /// <summary>Stores the state, loads it, and goes on from there under a suite of the same kind or of another.</summary>
    public void Reload(Suite suite)
    {
        byte[] saved = Saved;
        Assert.That(RatchetState.TryLoad(saved, out RatchetState? state));
        Functions = suite.Create(keys, other);
        Ratchet = DoubleRatchet.Resume(Functions, state!, limits);
        state!.Dispose();
        Assert.That(Saved, Is.EqualTo(saved));
    }
}
