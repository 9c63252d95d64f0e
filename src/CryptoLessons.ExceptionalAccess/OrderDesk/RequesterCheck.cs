namespace CryptoLessons.ExceptionalAccess;

/// <summary>How a desk finds out who sends an emergency request.</summary>
public enum RequesterCheck
{
    /// <summary>It believes the letterhead, or the address that the mail came from.</summary>
    Letterhead,

    /// <summary>It checks the signature under the force's key.</summary>
    Signature,
}
