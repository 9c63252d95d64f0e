using System.Collections.Frozen;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Adversary;

/// <summary>All that the wire ever carried, and what the public directory says: what every adversary holds, and none can change.</summary>
/// <param name="entries">Every envelope in the order of sending, those that were lost included.</param>
/// <param name="identityKeys">The identity key of each person.</param>
/// <param name="inFlight">The envelopes that were under way, not yet delivered, at the moment of the compromise.</param>
public sealed class Transcript(
    IReadOnlyList<TranscriptEntry> entries, IReadOnlyDictionary<string, DhPublicKey> identityKeys, IReadOnlyList<TranscriptEntry> inFlight)
{
    /// <summary>Every envelope in the order of sending, those that were lost included.</summary>
    public IReadOnlyList<TranscriptEntry> Entries { get; } = Array.AsReadOnly(entries.ToArray());

    /// <summary>The identity key of each person.</summary>
    public IReadOnlyDictionary<string, DhPublicKey> IdentityKeys { get; } = identityKeys.ToFrozenDictionary();

    /// <summary>The envelopes that were under way, not yet delivered, at the moment of the compromise.</summary>
    public IReadOnlyList<TranscriptEntry> InFlight { get; } = Array.AsReadOnly(inFlight.ToArray());

    /// <summary>An entry read as a message of Signal's protocol.</summary>
    /// <returns>Null when it is none.</returns>
    public InterceptedMessage? Parse(TranscriptEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return InterceptedMessage.Parse(entry.Envelope, IdentityKeys[entry.Envelope.From], IdentityKeys[entry.Envelope.To]);
    }

    internal Transcript WithIdentityKeys(IReadOnlyDictionary<string, DhPublicKey> others) => new(Entries, others, InFlight);
}
