using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>HMAC-SHA-256 (RFC 2104) and HKDF-Expand (RFC 5869 §2.3) on sixteen messages at a time, each of its own length and under its own
/// key.</summary>
/// <remarks>On processors without such lanes the platform does it, message by message.</remarks>
internal sealed class LaneHmac
{
    /// <summary>Number of lanes.</summary>
    public const int Lanes = LaneSha256.Lanes;

    /// <summary>Length of a key and of a MAC, in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const int BlockSize = LaneSha256.BlockWords * sizeof(uint);
    private const int LengthSize = sizeof(ulong);
    private const uint InnerPad = 0x36363636;
    private const uint OuterPad = 0x5C5C5C5C;

    private readonly byte[][] messages = [.. Enumerable.Range(0, Lanes).Select(_ => new byte[2 * BlockSize])];
    private readonly int[] sizes = new int[Lanes];
    private readonly uint[] blocks = new uint[Lanes];

    /// <summary>Room for the message of a lane, to be filled; one that was not asked for since the last time is empty.</summary>
    /// <param name="lane">The lane, from 0.</param>
    /// <param name="size">Length of the message, in bytes.</param>
    public Span<byte> Message(int lane, int size)
    {
        int padded = (size + 1 + LengthSize + BlockSize - 1) / BlockSize * BlockSize;
        if (messages[lane].Length < padded)
            messages[lane] = new byte[padded];
        (sizes[lane], blocks[lane]) = (size, (uint)(padded / BlockSize));
        Span<byte> message = messages[lane].AsSpan(0, padded);
        message[size..].Clear();
        message[size] = 0x80;
        // The key's block stands before the message.
        BinaryPrimitives.WriteUInt64BigEndian(message[^LengthSize..], 8 * (ulong)(BlockSize + size));
        return message[..size];
    }

    /// <summary>The MACs of the messages.</summary>
    /// <param name="keys">A key for each lane, 32 bytes, one behind the other.</param>
    /// <param name="macs">Where the MACs go, 32 bytes each.</param>
    public void Compute(ReadOnlySpan<byte> keys, Span<byte> macs)
    {
        if (Vector256.IsHardwareAccelerated)
            ComputeInLanes(keys, macs);
        else
            for (int lane = 0; lane < Lanes; lane++)
                HMACSHA256.HashData(keys.Slice(lane * Size, Size), messages[lane].AsSpan(0, sizes[lane]), macs.Slice(lane * Size, Size));
        Array.Clear(sizes);
        Array.Clear(blocks);
    }

    /// <summary>HKDF-Expand in each lane.</summary>
    /// <param name="prk">A key for each lane.</param>
    /// <param name="infos">What each is for, all of one length.</param>
    /// <param name="okm">Where the output goes, as much for each lane.</param>
    public void Expand(ReadOnlySpan<byte> prk, ReadOnlySpan<byte> infos, Span<byte> okm)
    {
        int infoSize = infos.Length / Lanes, size = okm.Length / Lanes, previous = 0;
        Span<byte> t = stackalloc byte[Lanes * Size];
        for (int done = 0; done < size; done += Size)
        {
            for (int lane = 0; lane < Lanes; lane++)
            {
                Span<byte> message = Message(lane, previous + infoSize + 1);
                t.Slice(lane * Size, previous).CopyTo(message);
                infos.Slice(lane * infoSize, infoSize).CopyTo(message[previous..]);
                message[^1] = (byte)(1 + (done / Size));
            }
            Compute(prk, t);
            previous = Size;
            for (int lane = 0; lane < Lanes; lane++)
                t.Slice(lane * Size, Math.Min(Size, size - done)).CopyTo(okm[((lane * size) + done)..]);
        }
        CryptographicOperations.ZeroMemory(t);
    }

    /// <summary>Wipes what the messages left behind.</summary>
    public void Wipe()
    {
        foreach (byte[] message in messages)
            CryptographicOperations.ZeroMemory(message);
    }

    private void ComputeInLanes(ReadOnlySpan<byte> keys, Span<byte> macs)
    {
        Span<Vector512<uint>> state = stackalloc Vector512<uint>[Size / sizeof(uint)], next = stackalloc Vector512<uint>[Size / sizeof(uint)];
        Span<Vector512<uint>> outer = stackalloc Vector512<uint>[Size / sizeof(uint)], block = stackalloc Vector512<uint>[LaneSha256.BlockWords];
        Begin(keys, InnerPad, state, block);
        Begin(keys, OuterPad, outer, block);
        Vector512<uint> lengths = Vector512.Create<uint>(blocks);
        for (uint i = 0; i < blocks.Max(); i++)
        {
            for (int word = 0; word < block.Length; word++)
                block[word] = Gather((int)i * BlockSize + (word * sizeof(uint)));
            state.CopyTo(next);
            LaneSha256.Compress(next, block);
            // A lane whose message is shorter stays as it is.
            Vector512<uint> goesOn = Vector512.GreaterThan(lengths, Vector512.Create(i));
            for (int word = 0; word < state.Length; word++)
                state[word] = Vector512.ConditionalSelect(goesOn, next[word], state[word]);
        }
        state.CopyTo(block);
        block[state.Length..].Clear();
        block[state.Length] = Vector512.Create(0x80000000);
        block[^1] = Vector512.Create(8u * (BlockSize + Size));
        LaneSha256.Compress(outer, block);
        for (int word = 0; word < outer.Length; word++)
            for (int lane = 0; lane < Lanes; lane++)
                BinaryPrimitives.WriteUInt32BigEndian(macs[((lane * Size) + (word * sizeof(uint)))..], outer[word][lane]);
    }

    private static void Begin(ReadOnlySpan<byte> keys, uint pad, Span<Vector512<uint>> state, Span<Vector512<uint>> block)
    {
        Span<uint> words = stackalloc uint[Lanes];
        for (int word = 0; word < state.Length; word++)
        {
            for (int lane = 0; lane < Lanes; lane++)
                words[lane] = BinaryPrimitives.ReadUInt32BigEndian(keys[((lane * Size) + (word * sizeof(uint)))..]);
            block[word] = Vector512.Create<uint>(words) ^ Vector512.Create(pad);
            state[word] = Vector512.Create(LaneSha256.Initial[word]);
        }
        block[state.Length..].Fill(Vector512.Create(pad));
        LaneSha256.Compress(state, block);
    }

    /// <summary>The word at an offset of each message; of one that has ended, whatever.</summary>
    private Vector512<uint> Gather(int offset)
    {
        Span<uint> words = stackalloc uint[Lanes];
        for (int lane = 0; lane < Lanes; lane++)
            words[lane] = offset < messages[lane].Length ? BinaryPrimitives.ReadUInt32BigEndian(messages[lane].AsSpan(offset)) : 0;
        return Vector512.Create<uint>(words);
    }
}
