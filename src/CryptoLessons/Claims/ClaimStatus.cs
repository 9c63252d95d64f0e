namespace CryptoLessons.Claims;

/// <summary>Whether code can put a claim to the test.</summary>
public enum ClaimStatus
{
    /// <summary>It does: there are figures.</summary>
    Executable,

    /// <summary>It cannot: the claim is about something that no program has.</summary>
    NotExecutable,
}
