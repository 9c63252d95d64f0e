using CryptoLessons.ExceptionalAccess.Clipper;

namespace CryptoLessons.Adversary;

/// <summary>The key that all chips share, and what was copied at the agents that keep halves of the chips' own keys.</summary>
/// <param name="family">The key that all chips share; a copy.</param>
/// <param name="agents">What each agent lost: halves by their chips' numbers; copies. None when no agent lost any.</param>
public sealed class UnitKeyLoot(FamilyKey family, params IReadOnlyList<IReadOnlyDictionary<uint, UnitKey>> agents) : EscrowLoot
{
    /// <summary>The key that all chips share.</summary>
    public FamilyKey Family { get; } = family;

    /// <summary>What there is of a chip's own key: the exclusive or of the halves that were copied.</summary>
    /// <returns>The key when all halves were; another key, of no use, when one is missing; null when none was.</returns>
    public UnitKey? Unit(uint unitId)
    {
        UnitKey[] halves = [.. agents.Where(agent => agent.ContainsKey(unitId)).Select(agent => agent[unitId])];
        return halves.Length == 0 ? null : UnitKey.Join(halves);
    }
}
