using System.Buffers.Binary;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>What keeps the Braid's uses of one hash function apart: <c>"Signal_PQCKA_V1_MLKEM768:" || use || u64be(epoch)</c>.</summary>
internal static class BraidLabel
{
    public static byte[] Of(ReadOnlySpan<byte> use, ulong epoch)
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(number, epoch);
        return [.. "Signal_PQCKA_V1_MLKEM768:"u8, .. use, .. number];
    }
}
