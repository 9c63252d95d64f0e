using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Transparency;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The public log in which every warrant stands before it is carried out: append-only, and anybody can count it.</summary>
/// <param name="random">Where the log's key and its signatures come from.</param>
/// <param name="clock">Gives the times that stand in the log's roots.</param>
public sealed class WarrantLedger(RandomSource random, TimeProvider clock)
{
    private readonly SignedLog log = new(DhKeyPair.Generate(random), random, clock);

    /// <summary>The key under which the log's roots verify.</summary>
    public DhPublicKey Key => log.Key;

    /// <summary>How many warrants were ever entered: that much is everybody's to know.</summary>
    public long Count => log.Size;

    /// <summary>Enters a warrant, whoever signed it: the log judges nothing.</summary>
    /// <returns>The index of its entry.</returns>
    public long Enter(Warrant warrant)
    {
        ArgumentNullException.ThrowIfNull(warrant);
        long index = log.Append(warrant.Serialize());
        log.Sign();
        return index;
    }

    /// <summary>What proves to somebody who knows the log of an older size that a warrant is in it.</summary>
    /// <param name="index">The index of the warrant's entry.</param>
    /// <param name="knownSize">The size of the log that the other knows; 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry, or there never was such a size.</exception>
    public LedgerProof Prove(long index, long knownSize) =>
        new(index, log.Newest, log.InclusionProof(index, log.Newest.Size), log.ConsistencyProof(knownSize, log.Newest.Size));
}
