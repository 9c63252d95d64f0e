using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Designs;

/// <summary>Whoever outside a messenger on Signal's protocol can be served with a warrant, or robbed.</summary>
internal abstract class Institution
{
    /// <summary>A person gets a phone with a fresh identity key.</summary>
    public virtual void Enrol(string person, DhKeyPair identity)
    {
    }

    /// <summary>Time goes on.</summary>
    public virtual void Advance(DateTimeOffset now)
    {
    }

    /// <summary>The institution as it stands, to go its own way.</summary>
    public abstract Institution Copy();

    /// <summary>A secret that it holds; null when it holds none of that kind.</summary>
    public abstract EscrowLoot? Leak(AccessSecret secret);

    /// <summary>The same, where which secret it is depends on whom the thief is after.</summary>
    public virtual EscrowLoot? Leak(AccessSecret secret, string target) => Leak(secret);

    /// <summary>Who holds its secret; null when it needs none.</summary>
    public abstract Quorum? Holders { get; }

    /// <summary>How many warrants stand in its public ledger; null when it has none.</summary>
    public virtual long? LedgerEntries => null;

    /// <summary>Answers a warrant with what was recorded.</summary>
    public virtual WarrantAnswer Serve(
        Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted, IReadOnlyDictionary<string, DhPublicKey> identityKeys) => WarrantAnswer.Nothing;
}
