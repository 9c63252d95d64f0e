namespace CryptoLessons.Recordings;

/// <summary>What came of an envelope when it was tried with a leaked key.</summary>
public enum Reading
{
    /// <summary>Opened with the message key, and its MAC is right.</summary>
    Authenticated,

    /// <summary>Opened with the content key, which cannot check the MAC.</summary>
    NotAuthenticated,

    /// <summary>Not opened: what was recorded is no envelope.</summary>
    NotAnEnvelope,

    /// <summary>Not opened: sender or recipient has no identity key in the directory, as a server has none.</summary>
    NoIdentityKey,

    /// <summary>Not opened: the bytes are no message of the protocol.</summary>
    NotAMessage,

    /// <summary>Not opened: there is no key in it that this authority's key opens.</summary>
    NoKey,

    /// <summary>Not opened: the key in it is not the message's.</summary>
    WrongKey,
}
