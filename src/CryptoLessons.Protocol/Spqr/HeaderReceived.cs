using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ct side with an authentic header, until it sends.</summary>
public sealed class HeaderReceived : BraidState
{
    internal HeaderReceived(ulong epoch, Authenticator authenticator, byte[] header) : base(epoch, authenticator) => Header = header;

    internal byte[] Header { get; }

    /// <summary>Encapsulates a secret, which is the epoch's from here on, and sends the first chunk of ct1.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random)
    {
        MlKem768Encapsulation encapsulation = MlKem768.Encapsulate(Header, random);
        EpochSecret secret = SpqrKeySchedule.DeriveEpochSecret(Epoch, encapsulation.Secret);
        Authenticator updated = Authenticator.Update(Epoch, secret);
        var ciphertext1 = new ErasureEncoder(encapsulation.Ciphertext1);
        var next = new Ct1Sampled(Epoch, updated, encapsulation, ciphertext1.Advance(), new(MlKem768.VectorSize));
        return Emit(next, BraidMessageType.Ct1, ciphertext1.Chunk) with { EpochSecret = secret };
    }

    /// <inheritdoc/>
    public override BraidState Copy() => new HeaderReceived(Epoch, Authenticator.Copy(), Header);

    /// <summary>Chunks of the vector cannot come before the other has seen ct1.</summary>
    private protected override BraidStep ReceiveCurrent(SpqrMessage message) => Stay();
}
