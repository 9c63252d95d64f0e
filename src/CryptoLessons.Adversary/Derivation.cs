namespace CryptoLessons.Adversary;

/// <summary>How an attacker came to a plaintext: from what it held, step by step.</summary>
/// <param name="steps">The steps, the loot first, the plaintext last.</param>
public sealed class Derivation(params IReadOnlyList<string> steps)
{
    /// <summary>The steps, the loot first, the plaintext last.</summary>
    public IReadOnlyList<string> Steps { get; } = steps;

    /// <summary>How many keys were tried on the way; 0 where none had to be searched for.</summary>
    public long Trials { get; init; }

    /// <summary>The same with one step more.</summary>
    public Derivation Then(string step) => new([.. Steps, step]) { Trials = Trials };

    /// <summary>The steps with arrows between them.</summary>
    public override string ToString() => string.Join(" -> ", Steps);
}
