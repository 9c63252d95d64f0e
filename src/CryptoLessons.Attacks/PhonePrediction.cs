using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Attacks;

/// <summary>An attack by somebody who finds out what random bytes phones draw: reads all that they send and receive, and writes in their
/// owners' names.</summary>
public abstract class PhonePrediction : IAttack<EscrowLeakView>, IForgery<EscrowLeakView>
{
    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(EscrowLeakView view) => PartByPart().Run(view);

    /// <inheritdoc/>
    public IAttack<EscrowLeakView> PartByPart() => new Listener(this);

    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(EscrowLeakView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        var identities = new Dictionary<string, DhKeyPair>();
        if (Search(view.Escrow) is { } search)
            foreach (TranscriptEntry entry in view.Transcript.Entries)
                if (!identities.ContainsKey(entry.Envelope.From) && view.Transcript.Parse(entry) is { } message
                    && search.Hear(entry.Envelope.From, view.Transcript.IdentityKeys[entry.Envelope.From], message) is { } found)
                    identities.Add(entry.Envelope.From, DhKeyPair.Generate(found.Generator.Copy()));
        return ImpersonateWithDepositedKeys.Forge(view.Transcript, identities, plaintext);
    }

    /// <summary>How generators are looked for with what leaked; null when it is of no use.</summary>
    protected abstract GeneratorSearch? Search(EscrowLoot loot);

    private sealed class Listener(PhonePrediction attack) : IAttack<EscrowLeakView>
    {
        private PredictedPhones? phones;

        public IReadOnlyList<Guess> Run(EscrowLeakView view)
        {
            ArgumentNullException.ThrowIfNull(view);
            Transcript record = view.Transcript;
            if (phones is null && attack.Search(view.Escrow) is { } search)
                phones = new(search, record.Profile, record.IdentityKeys);
            return phones is { } known ? [.. record.Entries.SelectMany(entry => known.Hear(entry, record.HandedOut))] : [];
        }
    }
}
