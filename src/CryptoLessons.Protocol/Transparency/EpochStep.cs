namespace CryptoLessons.Protocol.Transparency;

/// <summary>What an auditor is given for one epoch.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="Append">The proof that its tree is that of the epoch before with more leaves.</param>
public sealed record EpochStep(EpochRoot Epoch, AppendProof Append);
