namespace CryptoLessons.Protocol.Spqr;

/// <summary>A message key that was found in a chain while the chain stays as it is.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Index">Index of the message.</param>
/// <param name="Key">The message's key.</param>
internal sealed record PendingKey(SpqrChain Chain, uint Index, SpqrMessageKey Key)
{
    /// <summary>The chain key behind the message; null when the key was a stored one and the chain stays where it is.</summary>
    public SpqrChainKey? Next { get; init; }

    /// <summary>The keys of messages skipped on the way, ascending, as many as may be kept.</summary>
    public IReadOnlyList<(uint Index, SpqrMessageKey Key)> Skipped { get; init; } = [];

    /// <summary>Wipes what the chain would have held: the step is dropped.</summary>
    public void Drop()
    {
        Next?.Dispose();
        foreach (var (_, key) in Skipped)
            key.Dispose();
    }
}
