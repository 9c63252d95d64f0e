using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess.WeakKeys;

/// <summary>What a search came to.</summary>
/// <param name="ShortKey">The short key.</param>
/// <param name="Key">The key that encrypts the message, to be wiped by whoever asked.</param>
/// <param name="Trials">How many keys were tried, the right one included.</param>
public sealed record FoundKey(ShortKey ShortKey, MessageKey Key, long Trials);
