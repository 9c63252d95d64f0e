using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ct side while it sends ct1 and receives the vector of the other's key.</summary>
public sealed class Ct1Sampled : BraidState
{
    internal Ct1Sampled(
        ulong epoch, Authenticator authenticator, MlKem768Encapsulation encapsulation, ErasureEncoder ciphertext1, ErasureDecoder vector)
        : base(epoch, authenticator, encapsulation) => (Encapsulation, Ciphertext1, Vector) = (encapsulation, ciphertext1, vector);

    /// <inheritdoc/>
    public override ulong LastAgreed => Epoch;

    internal MlKem768Encapsulation Encapsulation { get; }

    internal ErasureEncoder Ciphertext1 { get; }

    internal ErasureDecoder Vector { get; }

    /// <summary>Sends the next chunk of ct1.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random) =>
        Emit(new Ct1Sampled(Epoch, Authenticator, Encapsulation, Ciphertext1.Advance(), Vector), BraidMessageType.Ct1, Ciphertext1.Chunk);

    /// <inheritdoc/>
    public override BraidState Copy() => new Ct1Sampled(Epoch, Authenticator.Copy(), Encapsulation.Copy(), Ciphertext1, Vector);

    private protected override BraidStep ReceiveCurrent(SpqrMessage message)
    {
        if (message is not { Type: BraidMessageType.Ek or BraidMessageType.EkCt1Ack, Chunk: { } chunk })
            return Stay();
        ErasureDecoder received = Vector.Add(chunk);
        bool acknowledged = message.Type == BraidMessageType.EkCt1Ack;
        if (received.Decode() is { } vector)
            return !MlKem768.Matches(Encapsulation.Header, vector) ? Refuse(SpqrFailure.WrongKey)
                : acknowledged ? new(new Ct2Sampled(Epoch, Authenticator, Encapsulation, vector))
                : new(new EkReceivedCt1Sampled(Epoch, Authenticator, Encapsulation, Ciphertext1, vector));
        return new(acknowledged
            ? new Ct1Acknowledged(Epoch, Authenticator, Encapsulation, received)
            : new Ct1Sampled(Epoch, Authenticator, Encapsulation, Ciphertext1, received));
    }
}
