namespace CryptoLessons.ExceptionalAccess;

/// <summary>Why a provider's desk did not answer.</summary>
public enum OrderRefusal
{
    /// <summary>The provider does not stand under the court that the order names.</summary>
    WrongJurisdiction = 1,

    /// <summary>No police force of that name is known to the desk.</summary>
    UnknownForce,

    /// <summary>Whoever is said to have signed it did not, or it was changed after signing.</summary>
    NotSigned,

    /// <summary>Its time has not come.</summary>
    NotYetValid,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>An order of that number was answered before.</summary>
    AlreadyAnswered,

    /// <summary>It wants the app changed. The desk hands over what there is, and builds nothing.</summary>
    NothingHeld,

    /// <summary>The person is no customer.</summary>
    NoSuchCustomer,
}
