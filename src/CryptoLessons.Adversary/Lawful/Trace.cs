namespace CryptoLessons.Adversary;

/// <summary>What remains of an act of access, for somebody else to find.</summary>
public enum Trace
{
    /// <summary>Nothing but the word of whoever acted.</summary>
    None,

    /// <summary>An entry in the log of whoever acted.</summary>
    OwnLog,

    /// <summary>An entry in a public log that nobody can take back.</summary>
    PublicLog,
}
