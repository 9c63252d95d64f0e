namespace CryptoLessons.Protocol.Sessions;

/// <summary>What came of scanning the other's safety number.</summary>
public enum ScanResult
{
    /// <summary>Both have each other's genuine identity key.</summary>
    Match,

    /// <summary>Somebody else's identity key is in between, or the code was another person's.</summary>
    Different,

    /// <summary>The code is of another version of the scheme.</summary>
    OtherVersion,

    /// <summary>The bytes are no such code.</summary>
    NotACode,
}
