using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ek side while it sends the vector of its key and receives ct1.</summary>
public sealed class HeaderSent : BraidState
{
    internal HeaderSent(ulong epoch, Authenticator authenticator, MlKem768KeyPair keyPair, ErasureEncoder vector, ErasureDecoder ciphertext1)
        : base(epoch, authenticator, keyPair) => (KeyPair, Vector, Ciphertext1) = (keyPair, vector, ciphertext1);

    internal MlKem768KeyPair KeyPair { get; }

    internal ErasureEncoder Vector { get; }

    internal ErasureDecoder Ciphertext1 { get; }

    /// <summary>Sends the next chunk of the vector.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random) =>
        Emit(new HeaderSent(Epoch, Authenticator, KeyPair, Vector.Advance(), Ciphertext1), BraidMessageType.Ek, Vector.Chunk);

    /// <inheritdoc/>
    public override BraidState Copy() => new HeaderSent(Epoch, Authenticator.Copy(), KeyPair.Copy(), Vector, Ciphertext1);

    private protected override BraidStep ReceiveCurrent(SpqrMessage message)
    {
        if (message is not { Type: BraidMessageType.Ct1, Chunk: { } chunk })
            return Stay();
        ErasureDecoder received = Ciphertext1.Add(chunk);
        return new(received.Decode() is { } ciphertext1
            ? new Ct1Received(Epoch, Authenticator, KeyPair, Vector, ciphertext1)
            : new HeaderSent(Epoch, Authenticator, KeyPair, Vector, received));
    }
}
