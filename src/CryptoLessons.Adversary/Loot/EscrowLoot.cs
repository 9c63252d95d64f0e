namespace CryptoLessons.Adversary;

/// <summary>The access secret of a design, or a part of it, in the hands of a thief.</summary>
public abstract class EscrowLoot;
