using CryptoLessons.Protocol.Transparency;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>That a warrant stands in the public ledger.</summary>
/// <param name="Index">The index of its entry.</param>
/// <param name="Root">The newest signed root.</param>
/// <param name="Inclusion">The proof that the entry is in the log of that root.</param>
/// <param name="Consistency">The proof that this log extends the one that the reader knew.</param>
public sealed record LedgerProof(long Index, SignedRoot Root, MerkleProof Inclusion, MerkleProof Consistency);
