using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

/// <summary>The keys that an adversary can try on a message, each with how it was come by.</summary>
/// <param name="entry">The message on the record.</param>
/// <param name="message">The same, read.</param>
public delegate IEnumerable<(MessageKey Key, Derivation How)> KeySearch(TranscriptEntry entry, InterceptedMessage message);
