namespace CryptoLessons.Protocol.Primitives;

/// <summary>Words of 32 bits side by side, one for each of several messages that are hashed in step: the operations of FIPS 180-4 §3.2.</summary>
internal interface IWords<TSelf>
    where TSelf : unmanaged, IWords<TSelf>
{
    /// <summary>The same word in every lane.</summary>
    static abstract TSelf All(uint word);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator ^(TSelf a, TSelf b);

    static abstract TSelf operator >>>(TSelf a, int bits);

    static abstract TSelf RotateRight(TSelf a, int bits);

    /// <summary>The bits of <paramref name="ones"/> where <paramref name="mask"/> has 1, those of <paramref name="zeros"/> where it has 0.</summary>
    static abstract TSelf Select(TSelf mask, TSelf ones, TSelf zeros);
}
