using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess.Clipper;

namespace CryptoLessons.Attacks;

/// <summary>Takes the family key's layer off each LEAF, opens the session key with the key of the chip that it names, reads, and tries to write
/// without the MAC key.</summary>
public sealed class ReadWithLeakedUnitKeys : IAttack<EscrowLeakView>, IForgery<EscrowLeakView>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var guesses = new Dictionary<int, Guess>();
        foreach (TranscriptEntry entry in view.Transcript.Entries)
            if (!guesses.ContainsKey(entry.Message) && Open(view, entry) is var (message, key, how))
                using (key)
                    if (message.Decrypt(key) is { } plaintext)
                        guesses.Add(entry.Message, new(entry.Message, plaintext, how.Then("plaintext")));
        return [.. guesses.Values];
    }

    /// <summary>Writes other content into the messages in flight, under the MAC of the old: there is no key for a new one.</summary>
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(EscrowLeakView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        var forged = new List<ForgedEnvelope>();
        foreach (TranscriptEntry entry in view.Transcript.InFlight)
            if (Open(view, entry) is var (message, key, how))
                using (key)
                    forged.Add(new(
                        Forged.Slot,
                        view.Transcript.Parse(entry)!.Replace(key.Encrypt(message.Iv.Span, plaintext.Span)),
                        how.Then("other content under the old MAC")));
        return forged;
    }

    /// <summary>The number of the chip that sent each message: what the family key alone gives.</summary>
    /// <returns>By the message's number; none when what leaked is no such key.</returns>
    public static IReadOnlyDictionary<int, uint> UnitIds(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var ids = new Dictionary<int, uint>();
        if (view.Escrow is UnitKeyLoot loot)
            foreach (TranscriptEntry entry in view.Transcript.Entries)
                if (Read(view, entry) is { } message)
                    ids.TryAdd(entry.Message, message.OpenLeaf(loot.Family).UnitId);
        return ids;
    }

    private static ClipperMessage? Read(EscrowLeakView view, TranscriptEntry entry) =>
        view.Transcript.Parse(entry) is { } intercepted ? ClipperMessage.Of(intercepted) : null;

    private static (ClipperMessage Message, SessionKey Key, Derivation How)? Open(EscrowLeakView view, TranscriptEntry entry)
    {
        if (view.Escrow is not UnitKeyLoot loot || Read(view, entry) is not { } message)
            return null;
        Leaf leaf = message.OpenLeaf(loot.Family);
        if (loot.Unit(leaf.UnitId) is not { } unit || message.OpenKey(loot.Family, unit) is not { } key)
            return null;
        string field = string.Create(CultureInfo.InvariantCulture, $"LEAF of message {entry.Message}");
        string chip = string.Create(CultureInfo.InvariantCulture, $"key of chip {leaf.UnitId:X8}");
        return (message, key, new("family key", field, chip, "session key"));
    }
}
