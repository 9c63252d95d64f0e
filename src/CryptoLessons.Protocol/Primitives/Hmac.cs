namespace CryptoLessons.Protocol.Primitives;

/// <summary>HMAC-SHA-256 (RFC 2104) under as many keys as there are lanes, or fewer. A key's blocks are hashed once.</summary>
internal readonly struct Hmac<TWords>
    where TWords : unmanaged, IWords<TWords>
{
    private readonly Sha256State<TWords> inner = Sha256State<TWords>.Initial, outer = Sha256State<TWords>.Initial;
    private readonly int count;

    /// <summary>Takes the keys.</summary>
    /// <param name="keys">As many as <paramref name="count"/>, one behind the other, of one length: 0 to 64 bytes.</param>
    /// <param name="count">How many keys; at most the lanes.</param>
    public Hmac(ReadOnlySpan<byte> keys, int count)
    {
        this.count = count;
        AbsorbKeys(ref inner, keys, 0x36363636);
        AbsorbKeys(ref outer, keys, 0x5C5C5C5C);
    }

    /// <summary>One message under each key.</summary>
    /// <param name="messages">As many as keys, one behind the other, of one length.</param>
    /// <param name="macs">Where the results go, 32 bytes each.</param>
    public void Compute(ReadOnlySpan<byte> messages, Span<byte> macs)
    {
        Sha256State<TWords> digests = inner, result = outer;
        digests.Finish(messages, count, Sha256State<TWords>.BlockSize);
        result.Finish(digests, Sha256State<TWords>.BlockSize);
        result.Store(macs, count);
    }

    private void AbsorbKeys(ref Sha256State<TWords> state, ReadOnlySpan<byte> keys, uint pad)
    {
        Span<TWords> block = stackalloc TWords[Sha256State<TWords>.BlockSize / sizeof(uint)];
        Sha256State<TWords>.Load(block, keys, count, at: 0);
        foreach (ref TWords word in block)
            word ^= TWords.All(pad);
        state.Compress(block);
        block.Clear();
    }
}
