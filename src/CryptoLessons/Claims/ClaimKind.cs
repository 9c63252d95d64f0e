namespace CryptoLessons.Claims;

/// <summary>What a claim of the debate is about.</summary>
public enum ClaimKind
{
    /// <summary>How a messenger is built.</summary>
    System,

    /// <summary>A way to get at messages.</summary>
    Mechanism,

    /// <summary>What a law allows or would allow.</summary>
    Power,

    /// <summary>Something that happened.</summary>
    Event,

    /// <summary>A statement of fact.</summary>
    Fact,

    /// <summary>A reason given for or against.</summary>
    Argument,
}
