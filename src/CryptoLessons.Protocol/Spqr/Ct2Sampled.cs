using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ct side while it sends ct2 and its MAC, until a message of the next epoch, whose ek side it is, says that they are there.</summary>
public sealed class Ct2Sampled : BraidState
{
    /// <summary>Length of ct2 and its MAC, in bytes.</summary>
    internal const int PayloadSize = MlKem768.Ciphertext2Size + Authenticator.MacSize;

    internal Ct2Sampled(ulong epoch, Authenticator authenticator, MlKem768Encapsulation encapsulation, ReadOnlySpan<byte> vector)
        : this(epoch, authenticator, Encode(epoch, authenticator, encapsulation, vector))
    {
    }

    private Ct2Sampled(ulong epoch, Authenticator authenticator, ErasureEncoder ciphertext2) : base(epoch, authenticator) =>
        Ciphertext2 = ciphertext2;

    /// <inheritdoc/>
    public override ulong LastAgreed => Epoch;

    internal ErasureEncoder Ciphertext2 { get; }

    /// <summary>The state as it was saved; there is no encapsulation any more from which it could be made.</summary>
    internal static Ct2Sampled FromSaved(ulong epoch, Authenticator authenticator, ErasureEncoder ciphertext2) =>
        new(epoch, authenticator, ciphertext2);

    /// <summary>Sends the next chunk of ct2 and its MAC.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random) =>
        Emit(new Ct2Sampled(Epoch, Authenticator, Ciphertext2.Advance()), BraidMessageType.Ct2, Ciphertext2.Chunk);

    /// <inheritdoc/>
    public override BraidState Copy() => new Ct2Sampled(Epoch, Authenticator.Copy(), Ciphertext2);

    private protected override BraidStep ReceiveCurrent(SpqrMessage message) => Stay();

    /// <summary>Whatever the message carries: that it is of the next epoch says that ct2 came together.</summary>
    private protected override BraidStep ReceiveAhead(SpqrMessage message) => message.Epoch == Epoch + 1
        ? new(new KeysUnsampled(Epoch + 1, Authenticator))
        : base.ReceiveAhead(message);

    private static ErasureEncoder Encode(ulong epoch, Authenticator authenticator, MlKem768Encapsulation encapsulation, ReadOnlySpan<byte> vector)
    {
        byte[] ciphertext2 = encapsulation.Finish(vector);
        return new([.. ciphertext2, .. authenticator.CiphertextMac(epoch, encapsulation.Ciphertext1, ciphertext2)]);
    }
}
