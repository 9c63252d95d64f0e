using System.Security.Cryptography;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ek side while it receives ct2 and its MAC; then it decapsulates, and is the next epoch's ct side.</summary>
public sealed class EkSentCt1Received : BraidState
{
    internal EkSentCt1Received(ulong epoch, Authenticator authenticator, MlKem768KeyPair keyPair, byte[] ciphertext1, ErasureDecoder ciphertext2)
        : base(epoch, authenticator, keyPair) => (KeyPair, Ciphertext1, Ciphertext2) = (keyPair, ciphertext1, ciphertext2);

    internal MlKem768KeyPair KeyPair { get; }

    internal byte[] Ciphertext1 { get; }

    internal ErasureDecoder Ciphertext2 { get; }

    /// <summary>Sends word that ct1 is there, which its receiver knows by now: somebody had to say something.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random) => Emit(this, BraidMessageType.Ct1Ack);

    /// <inheritdoc/>
    public override BraidState Copy() => new EkSentCt1Received(Epoch, Authenticator.Copy(), KeyPair.Copy(), Ciphertext1, Ciphertext2);

    private protected override BraidStep ReceiveCurrent(SpqrMessage message)
    {
        if (message is not { Type: BraidMessageType.Ct2, Chunk: { } chunk })
            return Stay();
        ErasureDecoder received = Ciphertext2.Add(chunk);
        return received.Decode() is { } payload
            ? Decapsulate(payload.AsSpan(0, MlKem768.Ciphertext2Size), payload.AsSpan(MlKem768.Ciphertext2Size))
            : new(new EkSentCt1Received(Epoch, Authenticator, KeyPair, Ciphertext1, received));
    }

    private BraidStep Decapsulate(ReadOnlySpan<byte> ciphertext2, ReadOnlySpan<byte> mac)
    {
        using SharedSecret shared = MlKem768.Decapsulate(KeyPair, Ciphertext1, ciphertext2);
        EpochSecret secret = SpqrKeySchedule.DeriveEpochSecret(Epoch, shared);
        Authenticator updated = Authenticator.Update(Epoch, secret);
        if (CryptographicOperations.FixedTimeEquals(updated.CiphertextMac(Epoch, Ciphertext1, ciphertext2), mac))
            return new(new NoHeaderReceived(Epoch + 1, updated)) { EpochSecret = secret };
        secret.Dispose();
        updated.Dispose();
        return Refuse(SpqrFailure.NotAuthentic);
    }
}
