using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ek side while it sends its header, until a first chunk of ct1 says that the header came together.</summary>
public sealed class KeysSampled : BraidState
{
    internal KeysSampled(ulong epoch, Authenticator authenticator, MlKem768KeyPair keyPair, ErasureEncoder header)
        : base(epoch, authenticator, keyPair) => (KeyPair, Header) = (keyPair, header);

    internal MlKem768KeyPair KeyPair { get; }

    internal ErasureEncoder Header { get; }

    /// <summary>The header and its MAC, 96 bytes, on their way.</summary>
    internal static ErasureEncoder Encode(ulong epoch, Authenticator authenticator, MlKem768KeyPair keyPair, ushort next = 0) =>
        new([.. keyPair.Header, .. authenticator.HeaderMac(epoch, keyPair.Header)], next);

    /// <summary>Sends the next chunk of the header.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random) =>
        Emit(new KeysSampled(Epoch, Authenticator, KeyPair, Header.Advance()), BraidMessageType.Hdr, Header.Chunk);

    /// <inheritdoc/>
    public override BraidState Copy() => new KeysSampled(Epoch, Authenticator.Copy(), KeyPair.Copy(), Header);

    private protected override BraidStep ReceiveCurrent(SpqrMessage message) => message is { Type: BraidMessageType.Ct1, Chunk: { } chunk }
        ? new(new HeaderSent(Epoch, Authenticator, KeyPair, new(KeyPair.Vector), new ErasureDecoder(MlKem768.Ciphertext1Size).Add(chunk)))
        : Stay();
}
