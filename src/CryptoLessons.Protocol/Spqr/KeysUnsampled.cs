using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ek side at the beginning of an epoch: there is no key pair yet, and nothing to receive.</summary>
public sealed class KeysUnsampled : BraidState
{
    internal KeysUnsampled(ulong epoch, Authenticator authenticator) : base(epoch, authenticator)
    {
    }

    /// <summary>Generates a key pair and sends the first chunk of its header.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random)
    {
        MlKem768KeyPair keyPair = MlKem768KeyPair.Generate(random);
        ErasureEncoder header = KeysSampled.Encode(Epoch, Authenticator, keyPair);
        return Emit(new KeysSampled(Epoch, Authenticator, keyPair, header.Advance()), BraidMessageType.Hdr, header.Chunk);
    }

    /// <inheritdoc/>
    public override BraidState Copy() => new KeysUnsampled(Epoch, Authenticator.Copy());

    private protected override BraidStep ReceiveCurrent(SpqrMessage message) => Stay();
}
