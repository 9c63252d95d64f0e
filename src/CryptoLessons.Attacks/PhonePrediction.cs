using CryptoLessons.Adversary;

namespace CryptoLessons.Attacks;

/// <summary>An attack by somebody who finds out what random bytes phones draw: reads all that they send and receive, and writes in their owners' names.</summary>
public abstract class PhonePrediction : IAttack<EscrowLeakView>, IForgery<EscrowLeakView>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Begin(view) is { } phones ? [.. view.Transcript.Entries.SelectMany(phones.Hear).DistinctBy(guess => guess.Message)] : [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(EscrowLeakView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (Begin(view) is not { } phones)
            return [];
        foreach (TranscriptEntry entry in view.Transcript.Entries)
            phones.Hear(entry);
        return ImpersonateWithDepositedKeys.Forge(view.Transcript, phones.Identities, plaintext);
    }

    /// <summary>How generators are looked for with what leaked; null when it is of no use.</summary>
    protected abstract GeneratorSearch? Search(EscrowLoot loot);

    private PredictedPhones? Begin(EscrowLeakView view) => Search(view.Escrow) is { } search
        ? new(search, view.Transcript.Profile, view.Transcript.IdentityKeys, view.Transcript.HandedOut)
        : null;
}
