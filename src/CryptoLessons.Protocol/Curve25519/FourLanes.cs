using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>Four lanes.</summary>
internal readonly struct FourLanes(Vector256<ulong> words) : ILanes<FourLanes>
{
    private readonly Vector256<ulong> words = words;

    public static bool IsSupported => Vector256.IsHardwareAccelerated && Fma.IsSupported;

    public static int Count => Vector256<ulong>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes All(ulong integer) => new(Vector256.Create(integer));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes All(double number) => new(Vector256.Create(number).AsUInt64());

    public static FourLanes Load(ReadOnlySpan<ulong> words) => new(Vector256.Create(words));

    public void Store(Span<ulong> words) => this.words.CopyTo(words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator +(FourLanes a, FourLanes b) => new(a.words + b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator -(FourLanes a, FourLanes b) => new(a.words - b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator &(FourLanes a, FourLanes b) => new(a.words & b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator |(FourLanes a, FourLanes b) => new(a.words | b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator ^(FourLanes a, FourLanes b) => new(a.words ^ b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator <<(FourLanes a, int bits) => new(a.words << bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator >>>(FourLanes a, int bits) => new(a.words >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Add(FourLanes a, FourLanes b) => new((a.words.AsDouble() + b.words.AsDouble()).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Subtract(FourLanes a, FourLanes b) => new((a.words.AsDouble() - b.words.AsDouble()).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes MultiplyAdd(FourLanes a, FourLanes b, FourLanes c) =>
        new(Vector256.FusedMultiplyAdd(a.words.AsDouble(), b.words.AsDouble(), c.words.AsDouble()).AsUInt64());
}
