using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>A message of the ratchet: <c>01 || varint(epoch) || varint(index) || type [|| varint(chunk index) || chunk(32)]</c>.</summary>
/// <remarks>It travels inside a message of the Double Ratchet and under that one's MAC. Bytes behind it are ignored.</remarks>
public sealed class SpqrMessage
{
    private const byte Version = (byte)SpqrVersion.V1;

    /// <summary>A message from its parts.</summary>
    /// <param name="epoch">Epoch of the sender's Braid, from 1.</param>
    /// <param name="index">Index of the message's key in its chain, from 1; 0 for no key.</param>
    /// <param name="type">What it carries.</param>
    /// <param name="chunk">The chunk of those types that have one.</param>
    /// <exception cref="ArgumentException">There is no such type, a chunk is missing or too many, or <paramref name="epoch"/> is 0.</exception>
    public SpqrMessage(ulong epoch, uint index, BraidMessageType type, ErasureChunk? chunk = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(epoch);
        if (!Enum.IsDefined(type) || HasChunk(type) != chunk is not null)
            throw new ArgumentException($"A message of type {type} has {(HasChunk(type) ? "a" : "no")} chunk.", nameof(chunk));
        (Epoch, Index, Type, Chunk) = (epoch, index, type, chunk);
    }

    /// <summary>Epoch of the sender's Braid. The message's key belongs to the epoch before it.</summary>
    public ulong Epoch { get; }

    /// <summary>Index of the message's key in its chain, from 1; 0 for no key.</summary>
    public uint Index { get; }

    /// <summary>What the message carries.</summary>
    public BraidMessageType Type { get; }

    /// <summary>The chunk; null for the types None and Ct1Ack.</summary>
    public ErasureChunk? Chunk { get; }

    /// <summary>The epoch whose chains the message's key comes from.</summary>
    public ulong KeyEpoch => Epoch - 1;

    /// <summary>The message's bytes.</summary>
    public byte[] Serialize()
    {
        var writer = new WireWriter().Raw(Version).Number(Epoch).Number(Index).Raw((byte)Type);
        return (Chunk is null ? writer : writer.Number(Chunk.Index).Raw(Chunk.Data)).ToArray();
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="message">The message, when the result is true.</param>
    /// <returns>False when the bytes do not begin with a message of version 1.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SpqrMessage? message)
    {
        message = null;
        if (bytes is not [Version, .. var rest] || !TryTakeNumber(ref rest, out ulong epoch) || epoch == 0)
            return false;
        if (!TryTakeNumber(ref rest, out ulong index) || index > uint.MaxValue)
            return false;
        if (rest is not [<= (byte)BraidMessageType.Ct2 and var typeByte, .. var payload])
            return false;
        var type = (BraidMessageType)typeByte;
        ErasureChunk? chunk = null;
        if (HasChunk(type))
        {
            if (!TryTakeNumber(ref payload, out ulong chunkIndex) || chunkIndex > ushort.MaxValue || payload.Length < ErasureChunk.Size)
                return false;
            chunk = new((ushort)chunkIndex, payload[..ErasureChunk.Size]);
        }
        message = new(epoch, (uint)index, type, chunk);
        return true;
    }

    /// <summary>The same message with the index of its key.</summary>
    internal SpqrMessage At(uint index) => new(Epoch, index, Type, Chunk);

    private static bool HasChunk(BraidMessageType type) => type is not (BraidMessageType.None or BraidMessageType.Ct1Ack);

    /// <summary>Takes a base-128 number of at most 10 bytes off the front.</summary>
    /// <remarks>Safe because Signal's reader drops bits beyond the 64th too; protobuf's rules, which refuse them, do not hold here.</remarks>
    private static bool TryTakeNumber(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int i = 0; i < 10 && i < bytes.Length; i++)
        {
            value |= unchecked((ulong)(bytes[i] & 0x7F) << (7 * i));
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }
        return false;
    }
}
