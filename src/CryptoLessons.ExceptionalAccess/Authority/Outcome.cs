namespace CryptoLessons.ExceptionalAccess;

/// <summary>What came of a request to open a message.</summary>
public enum Outcome
{
    /// <summary>The message was opened.</summary>
    Opened,

    /// <summary>The warrant is not signed by the court, or was changed after signing.</summary>
    NotSigned,

    /// <summary>The message is neither from nor to the person whom the warrant names.</summary>
    NotNamed,

    /// <summary>The message was sent outside the warrant's period.</summary>
    OutsidePeriod,

    /// <summary>The warrant's time is over.</summary>
    Expired,

    /// <summary>The warrant does not stand in the public ledger.</summary>
    NotInLedger,

    /// <summary>The authority no longer has the key of that time, or does not have it yet.</summary>
    KeyGone,

    /// <summary>The bytes are no message of the protocol.</summary>
    NotAMessage,

    /// <summary>The message carries no key that the authority can open.</summary>
    NoKey,

    /// <summary>The message carries a key that does not open it: the sender put something else into the field.</summary>
    WrongKey,
}
