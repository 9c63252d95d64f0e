namespace CryptoLessons.Tests.Oracle;

/// <summary>What becomes of a forgery.</summary>
internal enum ForgeryPrediction
{
    /// <summary>The thief lacks a key, or a ratchet key that has not been on the wire: there is nothing to send.</summary>
    Impossible,

    /// <summary>The victim's device opens it as genuine.</summary>
    Accepted,

    /// <summary>The thief can make it, and the victim's device refuses it.</summary>
    Refused,
}
