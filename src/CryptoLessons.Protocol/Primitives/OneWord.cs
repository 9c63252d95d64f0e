using System.Numerics;
using System.Runtime.CompilerServices;

namespace CryptoLessons.Protocol.Primitives;

/// <summary>One message: a lane alone.</summary>
internal readonly struct OneWord(uint word) : IWords<OneWord>
{
    private readonly uint word = word;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneWord All(uint word) => new(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneWord operator +(OneWord a, OneWord b) => new(unchecked(a.word + b.word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneWord operator ^(OneWord a, OneWord b) => new(a.word ^ b.word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneWord operator >>>(OneWord a, int bits) => new(a.word >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneWord RotateRight(OneWord a, int bits) => new(BitOperations.RotateRight(a.word, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneWord Select(OneWord mask, OneWord ones, OneWord zeros) =>
        new(zeros.word ^ (mask.word & (ones.word ^ zeros.word)));
}
