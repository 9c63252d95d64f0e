namespace CryptoLessons.Protocol.Curve25519;

/// <summary>Words of 64 bits side by side, one for each of several computations that go in step.</summary>
/// <remarks>The operators take a word for an integer modulo 2^64, the named methods for a floating-point number (IEEE 754 binary64).</remarks>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Whether this processor does each of the operations below in one instruction.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>How many lanes there are.</summary>
    static abstract int Count { get; }

    /// <summary>The same integer in every lane.</summary>
    static abstract TSelf All(ulong integer);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf All(double number);

    /// <summary>Reads <see cref="Count"/> words.</summary>
    static abstract TSelf Load(ReadOnlySpan<ulong> words);

    /// <summary>Writes <see cref="Count"/> words.</summary>
    void Store(Span<ulong> words);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator &(TSelf a, TSelf b);

    static abstract TSelf operator |(TSelf a, TSelf b);

    static abstract TSelf operator ^(TSelf a, TSelf b);

    static abstract TSelf operator <<(TSelf a, int bits);

    static abstract TSelf operator >>>(TSelf a, int bits);

    /// <summary>a + b, rounded to the nearest number.</summary>
    static abstract TSelf Add(TSelf a, TSelf b);

    /// <summary>a - b, rounded to the nearest number.</summary>
    static abstract TSelf Subtract(TSelf a, TSelf b);

    /// <summary>a * b + c, rounded to the nearest number once, at the end.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);
}
