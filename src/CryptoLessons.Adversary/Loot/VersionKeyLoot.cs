using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>The private key of an authority to which apps seal in an older version, which they speak with whoever speaks no other: it opens what was
/// sent in that version, and whoever sits on the wire too can try to have that version chosen.</summary>
/// <param name="key">The key pair; a copy.</param>
public sealed class VersionKeyLoot(DhKeyPair key) : AuthorityKeyLoot(key);
