namespace CryptoLessons.Adversary;

/// <summary>What an attack says that a message says. One for each message, and a wrong one counts against the attack.</summary>
/// <param name="Message">Number of the message.</param>
/// <param name="Plaintext">Its content, byte for byte.</param>
/// <param name="How">How the attacker came to it.</param>
public sealed record Guess(int Message, ReadOnlyMemory<byte> Plaintext, Derivation How)
{
    /// <summary>How many keys were tried before one fitted; 0 where none had to be searched for.</summary>
    public long Trials { get; init; }
}
