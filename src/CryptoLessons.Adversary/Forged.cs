namespace CryptoLessons.Adversary;

/// <summary>The strongest forging that an honest recipient's device accepted, weakest first.</summary>
public enum Forged
{
    /// <summary>Nothing was accepted.</summary>
    None,

    /// <summary>One message in place of another, or in the place of one still to come.</summary>
    Slot,
}
