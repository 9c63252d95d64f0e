using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>Eight lanes.</summary>
internal readonly struct EightWords(Vector256<uint> words) : IWords<EightWords>
{
    private readonly Vector256<uint> words = words;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightWords All(uint word) => new(Vector256.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightWords operator +(EightWords a, EightWords b) => new(a.words + b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightWords operator ^(EightWords a, EightWords b) => new(a.words ^ b.words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightWords operator >>>(EightWords a, int bits) => new(a.words >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightWords RotateRight(EightWords a, int bits) => new((a.words >>> bits) | (a.words << (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightWords Select(EightWords mask, EightWords ones, EightWords zeros) =>
        new(Vector256.ConditionalSelect(mask.words, ones.words, zeros.words));
}
