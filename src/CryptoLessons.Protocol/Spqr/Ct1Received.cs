using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ek side while it sends its vector and says that it has ct1, until a first chunk of ct2 says that the vector came together.</summary>
public sealed class Ct1Received : BraidState
{
    internal Ct1Received(ulong epoch, Authenticator authenticator, MlKem768KeyPair keyPair, ErasureEncoder vector, byte[] ciphertext1)
        : base(epoch, authenticator, keyPair) => (KeyPair, Vector, Ciphertext1) = (keyPair, vector, ciphertext1);

    internal MlKem768KeyPair KeyPair { get; }

    internal ErasureEncoder Vector { get; }

    internal byte[] Ciphertext1 { get; }

    /// <summary>Sends the next chunk of the vector and the acknowledgement of ct1.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random) =>
        Emit(new Ct1Received(Epoch, Authenticator, KeyPair, Vector.Advance(), Ciphertext1), BraidMessageType.EkCt1Ack, Vector.Chunk);

    /// <inheritdoc/>
    public override BraidState Copy() => new Ct1Received(Epoch, Authenticator.Copy(), KeyPair.Copy(), Vector, Ciphertext1);

    private protected override BraidStep ReceiveCurrent(SpqrMessage message) => message is { Type: BraidMessageType.Ct2, Chunk: { } chunk }
        ? new(new EkSentCt1Received(Epoch, Authenticator, KeyPair, Ciphertext1, new ErasureDecoder(Ct2Sampled.PayloadSize).Add(chunk)))
        : Stay();
}
