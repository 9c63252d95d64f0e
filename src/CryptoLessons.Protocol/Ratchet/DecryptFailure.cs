namespace CryptoLessons.Protocol.Ratchet;

/// <summary>Why a message was refused. Nothing changed in that case, neither keys nor random source.</summary>
public enum DecryptFailure
{
    /// <summary>It was not refused.</summary>
    None = 0,

    /// <summary>The bytes are not a message: too short, not decodable, a required field is missing, or its base key is not in its one encoding.</summary>
    Malformed,

    /// <summary>The version nibble is below 3.</summary>
    OldVersion,

    /// <summary>The version nibble is above the newest that is known.</summary>
    UnknownVersion,

    /// <summary>The version nibble is a known one, and not that of the session or of the sessions that the device opens.</summary>
    OtherVersion,

    /// <summary>A public key in the message is a low-order point: its agreement is all zero.</summary>
    LowOrderKey,

    /// <summary>The slot's key was used up or is no longer kept: a replay, or a message that comes too late.</summary>
    Duplicate,

    /// <summary>The message index is further ahead than <see cref="RatchetLimits.ForwardJump"/>.</summary>
    TooFarAhead,

    /// <summary>The MAC or the padding is wrong: forged, damaged, or for another session. Which of them is not told.</summary>
    NotAuthentic,

    /// <summary>The post-quantum ratchet has no key for the message: its part is damaged or missing, or of an epoch no longer kept.</summary>
    NoPostQuantumKey,

    /// <summary>There is no session with the sender and the message does not open one.</summary>
    NoSession,

    /// <summary>The message names a signed or one-time prekey that is not held, or no longer.</summary>
    NoPreKey,

    /// <summary>The sender's identity key differs from the one known for that name.</summary>
    UntrustedIdentity,

    /// <summary>The group message is under a sender key that never came, or that is no longer kept.</summary>
    NoSenderKey,

    /// <summary>The group message is not signed with its sender key.</summary>
    BadSignature,
}
