using System.Collections.Frozen;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>All that the wire carried, and what the public directory says: what every adversary holds, and none can change.</summary>
/// <param name="entries">Every envelope in the order of sending, those that were lost included.</param>
/// <param name="identityKeys">The identity key of each person; none where people have no such keys.</param>
/// <param name="inFlight">The envelopes that were under way, not yet delivered, at the moment of the compromise.</param>
/// <param name="directory">What the directory handed to anybody who asked for a person's prekeys at that moment; none when left out.</param>
/// <param name="profile">What of Signal's protocol the phones speak; <see cref="Profile.X3dh"/> when left out.</param>
public sealed class Transcript(
    IReadOnlyList<TranscriptEntry> entries,
    IReadOnlyDictionary<string, DhPublicKey> identityKeys,
    IReadOnlyList<TranscriptEntry> inFlight,
    IReadOnlyDictionary<string, PreKeyBundle>? directory = null,
    Profile? profile = null)
{
    /// <summary>Every envelope in the order of sending, those that were lost included.</summary>
    public IReadOnlyList<TranscriptEntry> Entries { get; } = Array.AsReadOnly(entries.ToArray());

    /// <summary>The identity key of each person.</summary>
    public IReadOnlyDictionary<string, DhPublicKey> IdentityKeys { get; } = identityKeys.ToFrozenDictionary();

    /// <summary>The envelopes that were under way, not yet delivered, at the moment of the compromise.</summary>
    public IReadOnlyList<TranscriptEntry> InFlight { get; } = Array.AsReadOnly(inFlight.ToArray());

    /// <summary>What the directory handed to anybody who asked for a person's prekeys at the moment of the compromise.</summary>
    public IReadOnlyDictionary<string, PreKeyBundle> Directory { get; } = (directory ?? FrozenDictionary<string, PreKeyBundle>.Empty).ToFrozenDictionary();

    /// <summary>What of Signal's protocol the phones speak: everybody knows.</summary>
    public Profile Profile { get; } = profile ?? Profile.X3dh;

    /// <summary>What a phone that anybody can buy runs above Signal's own suite: nothing, where recipients ask for no more.</summary>
    public Func<RatchetFunctions, RatchetFunctions> Sold { get; init; } = suite => suite;

    /// <summary>The bundles that the directory handed out, in order, where somebody kept them: its answers are signed, and no secret.</summary>
    public IReadOnlyList<PreKeyBundle> HandedOut { get; init; } = [];

    /// <summary>The suite of a phone that an attacker bought: what it writes, recipients open.</summary>
    /// <param name="random">Where ratchet keys come from.</param>
    public RatchetFunctions Phone(RandomSource random) => Sold(Profile.Functions(random));

    /// <summary>The time of what was in flight: when a forged envelope would be sent.</summary>
    public DateTimeOffset Now => InFlight.Select(entry => entry.Envelope.Time).DefaultIfEmpty().Max();

    /// <summary>An entry read as a message of Signal's protocol.</summary>
    /// <returns>Null when it is none.</returns>
    public InterceptedMessage? Parse(TranscriptEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return IdentityKeys.TryGetValue(entry.Envelope.From, out DhPublicKey? sender) && IdentityKeys.TryGetValue(entry.Envelope.To, out DhPublicKey? recipient)
            ? InterceptedMessage.Parse(entry.Envelope, sender, recipient)
            : null;
    }

    /// <summary>The same with envelopes that were recorded later on, as by somebody who sits on the wire.</summary>
    public Transcript With(IEnumerable<TranscriptEntry> later) => With([.. Entries, .. later], IdentityKeys);

    /// <summary>The first so many envelopes: what there was of the record at some moment.</summary>
    internal Transcript Until(int entries) => With([.. Entries.Take(entries)], IdentityKeys);

    internal Transcript WithIdentityKeys(IReadOnlyDictionary<string, DhPublicKey> others) => With(Entries, others);

    private Transcript With(IReadOnlyList<TranscriptEntry> entries, IReadOnlyDictionary<string, DhPublicKey> identityKeys) =>
        new(entries, identityKeys, InFlight, Directory, Profile) { HandedOut = HandedOut, Sold = Sold };
}
