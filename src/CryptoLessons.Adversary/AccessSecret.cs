namespace CryptoLessons.Adversary;

/// <summary>Which of the secrets that make access possible was stolen.</summary>
public enum AccessSecret
{
    /// <summary>What an agency needs in order to open messages.</summary>
    Escrow,

    /// <summary>The smallest part of it that anybody holds alone, where it is split.</summary>
    OneShare,

    /// <summary>What the agency needs, and what the judge holds.</summary>
    JudgeAndKey,

    /// <summary>The key that signs what the provider's directory answers.</summary>
    Directory,

    /// <summary>One share fewer than open a message, where it is split.</summary>
    OneShareTooFew,

    /// <summary>What all devices share, where each has a key of its own besides.</summary>
    FamilyKey,

    /// <summary>The key of the target's device, where each has one of its own, and what all devices share.</summary>
    UnitKey,
}
