namespace CryptoLessons.Claims;

/// <summary>Whether code can put a claim to the test.</summary>
public enum ClaimStatus
{
    /// <summary>It does: there are figures.</summary>
    Executable,

    /// <summary>It could, with parts that are not built yet.</summary>
    NotYet,

    /// <summary>It cannot: the claim is about something that no program has.</summary>
    NotExecutable,
}
