using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>Eight lanes.</summary>
internal readonly struct EightLanes(Vector512<ulong> words) : ILanes<EightLanes>
{
    private readonly Vector512<ulong> words = words;

    public static bool IsSupported => Vector512.IsHardwareAccelerated;

    public static int Count => Vector512<ulong>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes All(ulong integer) => new(Vector512.Create(integer));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes All(double number) => new(Vector512.Create(number).AsUInt64());

    public static EightLanes Load(ReadOnlySpan<ulong> words) => new(Vector512.Create(words));

    public void Store(Span<ulong> words) => this.words.CopyTo(words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator +(EightLanes a, EightLanes b) => new(a.words + b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator -(EightLanes a, EightLanes b) => new(a.words - b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator &(EightLanes a, EightLanes b) => new(a.words & b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator |(EightLanes a, EightLanes b) => new(a.words | b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator ^(EightLanes a, EightLanes b) => new(a.words ^ b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator <<(EightLanes a, int bits) => new(a.words << bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator >>>(EightLanes a, int bits) => new(a.words >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Add(EightLanes a, EightLanes b) => new((a.words.AsDouble() + b.words.AsDouble()).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Subtract(EightLanes a, EightLanes b) => new((a.words.AsDouble() - b.words.AsDouble()).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes MultiplyAdd(EightLanes a, EightLanes b, EightLanes c) =>
        new(Vector512.FusedMultiplyAdd(a.words.AsDouble(), b.words.AsDouble(), c.words.AsDouble()).AsUInt64());
}
