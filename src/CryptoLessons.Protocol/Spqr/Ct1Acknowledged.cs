using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ct side whose ct1 came together, while it receives the rest of the vector of the other's key.</summary>
public sealed class Ct1Acknowledged : BraidState
{
    internal Ct1Acknowledged(ulong epoch, Authenticator authenticator, MlKem768Encapsulation encapsulation, ErasureDecoder vector)
        : base(epoch, authenticator, encapsulation) => (Encapsulation, Vector) = (encapsulation, vector);

    /// <inheritdoc/>
    public override ulong LastAgreed => Epoch;

    internal MlKem768Encapsulation Encapsulation { get; }

    internal ErasureDecoder Vector { get; }

    /// <summary>Sends a message without anything for the Braid.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random) => Emit(this, BraidMessageType.None);

    /// <inheritdoc/>
    public override BraidState Copy() => new Ct1Acknowledged(Epoch, Authenticator.Copy(), Encapsulation.Copy(), Vector);

    private protected override BraidStep ReceiveCurrent(SpqrMessage message)
    {
        if (message is not { Type: BraidMessageType.Ek or BraidMessageType.EkCt1Ack, Chunk: { } chunk })
            return Stay();
        ErasureDecoder received = Vector.Add(chunk);
        return received.Decode() is not { } vector ? new(new Ct1Acknowledged(Epoch, Authenticator, Encapsulation, received))
            : MlKem768.Matches(Encapsulation.Header, vector) ? new(new Ct2Sampled(Epoch, Authenticator, Encapsulation, vector))
            : Refuse(SpqrFailure.WrongKey);
    }
}
