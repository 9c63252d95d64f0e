namespace CryptoLessons.Adversary;

/// <summary>The strongest forging that an honest recipient's device accepted, weakest first.</summary>
public enum Forged
{
    /// <summary>Nothing was accepted.</summary>
    None,

    /// <summary>One message in place of another, or in the place of one still to come.</summary>
    Slot,

    /// <summary>A whole chain of messages in a session that two people have: one direction of it, until the genuine keys catch up.</summary>
    Hijack,

    /// <summary>A session of its own in somebody's name, under that person's genuine identity key.</summary>
    Impersonate,
}
