namespace CryptoLessons.Protocol.Transparency;

/// <summary>What a check of a log or of a directory found. Whoever checks remembers nothing of what was not <see cref="Fine"/>.</summary>
public enum Finding
{
    /// <summary>Nothing is wrong.</summary>
    Fine = 0,

    /// <summary>The root is not signed by the log's key.</summary>
    BadSignature,

    /// <summary>The root is older than is allowed, or older than one that was seen before.</summary>
    StaleRoot,

    /// <summary>The root was signed at a time that has not come yet.</summary>
    FutureRoot,

    /// <summary>Nobody showed that the root extends the one seen before: a rewritten history, a split view, or a false proof.</summary>
    NotConsistent,

    /// <summary>A proof does not prove what it was sent for.</summary>
    WrongProof,

    /// <summary>A key list that was seen before is gone, or another stands in its place.</summary>
    HistoryRewritten,

    /// <summary>Under one's own name stands a key list that one did not publish: somebody else can be written to in one's place.</summary>
    NotMyKey,

    /// <summary>Under one's own name is a version that one did not make, or one that one made is missing.</summary>
    NotMyVersion,

    /// <summary>From one epoch to the next something else happened than insertions.</summary>
    NotAppendOnly,

    /// <summary>An epoch was left out: what happened in it would never be looked at.</summary>
    SkippedEpoch,
}
