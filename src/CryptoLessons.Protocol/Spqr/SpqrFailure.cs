namespace CryptoLessons.Protocol.Spqr;

/// <summary>Why a message of the post-quantum ratchet was refused. Nothing changed in that case.</summary>
public enum SpqrFailure
{
    /// <summary>It was not refused.</summary>
    None = 0,

    /// <summary>The bytes are not a message.</summary>
    Malformed,

    /// <summary>The message's epoch is ahead of the Braid's, or its chains are no longer kept.</summary>
    EpochOutOfRange,

    /// <summary>A header or a ciphertext came together, and its MAC is wrong.</summary>
    NotAuthentic,

    /// <summary>The encapsulation key that came together is not the one of the header, or not in its one encoding.</summary>
    WrongKey,

    /// <summary>The key of that index was used up: a replay.</summary>
    KeyAlreadyRequested,

    /// <summary>The key of that index is too old to be kept.</summary>
    KeyTrimmed,

    /// <summary>The message's index is further ahead than <see cref="SpqrLimits.MaxJump"/>.</summary>
    KeyJump,

    /// <summary>The message's version is lower than the one agreed on.</summary>
    VersionMismatch,

    /// <summary>The message's version is lower than the lowest that is tolerated.</summary>
    MinimumVersion,
}
