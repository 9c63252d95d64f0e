using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>Sixteen lanes.</summary>
internal readonly struct SixteenWords(Vector512<uint> words) : IWords<SixteenWords>
{
    private readonly Vector512<uint> words = words;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenWords All(uint word) => new(Vector512.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenWords operator +(SixteenWords a, SixteenWords b) => new(a.words + b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenWords operator ^(SixteenWords a, SixteenWords b) => new(a.words ^ b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenWords operator >>>(SixteenWords a, int bits) => new(a.words >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenWords RotateRight(SixteenWords a, int bits) => new((a.words >>> bits) | (a.words << (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenWords Select(SixteenWords mask, SixteenWords ones, SixteenWords zeros) =>
        new(Vector512.ConditionalSelect(mask.words, ones.words, zeros.words));
}
