using System.Security.Cryptography;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using NUnit.Framework;

namespace CryptoLessons.Tests.Spqr;

/// <summary>What a peer that lies in the Braid brings about: a refusal, and the state before it.</summary>
public class BraidForgeryTests
{
    [Test]
    public void AHeaderWithAWrongMac() => IsRefused(Last<NoHeaderReceived>(), Flip, SpqrFailure.NotAuthentic);

    [Test]
    public void ACiphertextWithAWrongMac() => IsRefused(Last<EkSentCt1Received>(), Flip, SpqrFailure.NotAuthentic);

    [Test]
    public void AVectorOfAnotherKeyBeforeTheAcknowledgement() => IsRefused(Last<Ct1Sampled>(), Flip, SpqrFailure.WrongKey);

    [Test]
    public void AVectorOfAnotherKeyBehindTheAcknowledgement() => IsRefused(Last<Ct1Acknowledged>(), Flip, SpqrFailure.WrongKey);

    [Test]
    public void ACiphertextWhoseFirstPartWasAnother()
    {
        BraidTransition last = Last<HeaderSent>();
        BraidState wrong = last.Before.Receive(Flip(last.Message)).Next;
        Assert.That(wrong, Is.TypeOf<Ct1Received>(), "ct1 has no MAC of its own");
        foreach (SpqrMessage message in BraidScene.Transitions.Where(transition => transition.Before is Ct1Received or EkSentCt1Received)
                     .Select(transition => transition.Message).Where(message => message.Type == BraidMessageType.Ct2).Take(5))
        {
            BraidStep step = wrong.Receive(message);
            Assert.That(step.Failure, Is.EqualTo(message.Chunk!.Index == 4 ? SpqrFailure.NotAuthentic : SpqrFailure.None));
            wrong = step.Next;
        }
        Assert.That(wrong, Is.TypeOf<EkSentCt1Received>());
    }

    [Test]
    public void AVectorThatIsNotInItsOneEncoding([Values] bool acknowledged)
    {
        using MlKem768KeyPair pair = MlKem768KeyPair.Generate(new SeededRandom(1));
        byte[] vector = NotCanonical(pair.Vector);
        byte[] seed = pair.PublicKey[MlKem768.VectorSize..].ToArray(), header = [.. seed, .. Sha3(vector, seed)];
        BraidState state = BraidState.Start(new(SpqrPair.AuthKeyBytes), SpqrDirection.B2A);
        state = All(state, BraidMessageType.Hdr, [.. header, .. state.Authenticator.HeaderMac(1, header)]).Next;
        Assert.That(state, Is.TypeOf<HeaderReceived>(), "the hash is right, and so is the MAC");
        state = state.Send(new SeededRandom(2)).Next;
        Assert.That(All(state, acknowledged ? BraidMessageType.EkCt1Ack : BraidMessageType.Ek, vector).Failure, Is.EqualTo(SpqrFailure.WrongKey));
    }

    private static BraidTransition Last<TState>() =>
        BraidScene.Transitions.Last(transition => transition is { Before: TState, ChangesState: true, Message.Chunk: not null });

    private static void IsRefused(BraidTransition genuine, Func<SpqrMessage, SpqrMessage> forge, SpqrFailure failure)
    {
        byte[] before = BraidReceivingTests.Saved(genuine.Before);
        BraidStep step = genuine.Before.Receive(forge(genuine.Message));
        Assert.That(step.Failure, Is.EqualTo(failure));
        Assert.That(step.Next, Is.SameAs(genuine.Before));
        Assert.That(step.EpochSecret, Is.Null);
        Assert.That(BraidReceivingTests.Saved(genuine.Before), Is.EqualTo(before));
        Assert.That(genuine.Before.Receive(genuine.Message).Next, Is.TypeOf(genuine.After.GetType()), "the genuine chunk still does it");
    }

    private static SpqrMessage Flip(SpqrMessage message)
    {
        byte[] data = message.Chunk!.Data.ToArray();
        data[31] ^= 1;
        return new(message.Epoch, message.Index, message.Type, new(message.Chunk.Index, data));
    }

    private static BraidStep All(BraidState state, BraidMessageType kind, byte[] message)
    {
        var encoder = new ErasureEncoder(message);
        BraidStep step = new(state);
        for (int i = 0; i < message.Length / ErasureChunk.Size; i++, encoder = encoder.Advance())
            step = step.Next.Receive(new(1, 1, kind, encoder.Chunk));
        return step;
    }

    /// <summary>The first coefficient, 12 bits little-endian, is one that q can be added to or is made so.</summary>
    private static byte[] NotCanonical(ReadOnlySpan<byte> vector)
    {
        byte[] bytes = vector.ToArray();
        (bytes[0], bytes[1]) = (0xFF, (byte)(bytes[1] | 0x0F));
        return bytes;
    }

    private static byte[] Sha3(byte[] vector, byte[] seed)
    {
        byte[] publicKey = [.. vector, .. seed];
        return SHA3_256.IsSupported ? SHA3_256.HashData(publicKey) : KyberHash.H(publicKey);
    }
}
