using System.Security.Cryptography;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The ct side at the beginning of an epoch, while it receives the header of the other's key and its MAC.</summary>
public sealed class NoHeaderReceived : BraidState
{
    /// <summary>Length of the header and its MAC, in bytes.</summary>
    internal const int PayloadSize = MlKem768.HeaderSize + Authenticator.MacSize;

    /// <summary>The beginning of an epoch.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="authenticator">Keys of the MACs; owned by this.</param>
    public NoHeaderReceived(ulong epoch, Authenticator authenticator) : this(epoch, authenticator, new(PayloadSize))
    {
    }

    internal NoHeaderReceived(ulong epoch, Authenticator authenticator, ErasureDecoder header) : base(epoch, authenticator) => Header = header;

    internal ErasureDecoder Header { get; }

    /// <summary>Sends a message without anything for the Braid; the first of an epoch tells the other that its ct2 came together.</summary>
    /// <inheritdoc/>
    public override BraidStep Send(RandomSource random) => Emit(this, BraidMessageType.None);

    /// <inheritdoc/>
    public override BraidState Copy() => new NoHeaderReceived(Epoch, Authenticator.Copy(), Header);

    private protected override BraidStep ReceiveCurrent(SpqrMessage message)
    {
        if (message is not { Type: BraidMessageType.Hdr, Chunk: { } chunk })
            return Stay();
        ErasureDecoder received = Header.Add(chunk);
        if (received.Decode() is not { } payload)
            return new(new NoHeaderReceived(Epoch, Authenticator, received));
        ReadOnlySpan<byte> header = payload.AsSpan(0, MlKem768.HeaderSize), mac = payload.AsSpan(MlKem768.HeaderSize);
        return CryptographicOperations.FixedTimeEquals(Authenticator.HeaderMac(Epoch, header), mac)
            ? new(new HeaderReceived(Epoch, Authenticator, header.ToArray()))
            : Refuse(SpqrFailure.NotAuthentic);
    }
}
