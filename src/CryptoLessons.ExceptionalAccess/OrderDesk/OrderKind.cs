namespace CryptoLessons.ExceptionalAccess;

/// <summary>What a court can want of a provider: two things that are often taken for one.</summary>
public enum OrderKind
{
    /// <summary>Hand over what is held of one customer. Nothing changes for anybody, the customer's own security included.</summary>
    DiscloseHeldData = 1,

    /// <summary>Change the app, so that there will be something to hand over.</summary>
    WeakenClient = 2,
}
