using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>One of the two agencies that keep halves of unit keys: it hands out one at a time, under a court's warrant, and writes it down.</summary>
/// <param name="court">The court whose warrants are honoured.</param>
public sealed class EscrowAgent(DhPublicKey court)
{
    private readonly SortedDictionary<uint, UnitKey> halves = [];
    private readonly List<(string Target, uint UnitId)> released = [];

    /// <summary>Whose warrant each half was handed out for, in order.</summary>
    public IReadOnlyList<(string Target, uint UnitId)> Released => released;

    /// <summary>Takes a half of a new chip's key; of a number that it has, the first stays.</summary>
    public void Deposit(uint unitId, UnitKey half)
    {
        ArgumentNullException.ThrowIfNull(half);
        // Nothing is written where nothing is new: others may be reading.
        if (!halves.ContainsKey(unitId))
            halves.Add(unitId, half.Copy());
    }

    /// <summary>The agent as it stands, to go its own way: the same halves, and a record of its own of what it hands out from here on.</summary>
    public EscrowAgent Copy()
    {
        var copy = new EscrowAgent(court);
        foreach (var (unitId, half) in halves)
            copy.Deposit(unitId, half);
        copy.released.AddRange(released);
        return copy;
    }

    /// <summary>Hands out the half of a chip's key.</summary>
    /// <param name="warrant">The court's order; that the chip is the target's, the office says that shows it.</param>
    /// <param name="unitId">The chip's number.</param>
    /// <returns>Null when the court has not signed, or there is no such chip.</returns>
    public UnitKey? Release(Warrant warrant, uint unitId)
    {
        ArgumentNullException.ThrowIfNull(warrant);
        if (!warrant.IsSignedBy(court) || !halves.TryGetValue(unitId, out UnitKey? half))
            return null;
        released.Add((warrant.Target, unitId));
        return half.Copy();
    }

    /// <summary>The theft: copies of all halves, by their chips' numbers.</summary>
    public IReadOnlyDictionary<uint, UnitKey> Leak() => halves.ToDictionary(half => half.Key, half => half.Value.Copy());
}
