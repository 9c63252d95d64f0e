using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ct side with the other's whole key, while it sends ct1 until that is acknowledged.</summary>
public sealed class EkReceivedCt1Sampled : BraidState
{
    internal EkReceivedCt1Sampled(
        ulong epoch, Authenticator authenticator, MlKem768Encapsulation encapsulation, ErasureEncoder ciphertext1, byte[] vector)
        : base(epoch, authenticator, encapsulation) => (Encapsulation, Ciphertext1, Vector) = (encapsulation, ciphertext1, vector);

    /// <inheritdoc/>
    public override ulong LastAgreed => Epoch;

    internal MlKem768Encapsulation Encapsulation { get; }

    internal ErasureEncoder Ciphertext1 { get; }

    internal byte[] Vector { get; }

    /// <summary>Sends the next chunk of ct1.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random) =>
        Emit(new EkReceivedCt1Sampled(Epoch, Authenticator, Encapsulation, Ciphertext1.Advance(), Vector), BraidMessageType.Ct1, Ciphertext1.Chunk);

    /// <inheritdoc/>
    public override BraidState Copy() => new EkReceivedCt1Sampled(Epoch, Authenticator.Copy(), Encapsulation.Copy(), Ciphertext1, Vector);

    private protected override BraidStep ReceiveCurrent(SpqrMessage message) => message.Type is BraidMessageType.Ct1Ack or BraidMessageType.EkCt1Ack
        ? new(new Ct2Sampled(Epoch, Authenticator, Encapsulation, Vector))
        : Stay();
}
