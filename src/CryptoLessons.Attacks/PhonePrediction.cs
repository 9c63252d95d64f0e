using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Attacks;

/// <summary>An attack by somebody who finds out what random bytes phones draw: reads all that they send and receive, and writes in their owners' names.</summary>
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
        var listener = new Listener(this);
        listener.Run(view);
        return ImpersonateWithDepositedKeys.Forge(view.Transcript, listener.Identities, plaintext);
    }

    /// <summary>How generators are looked for with what leaked; null when it is of no use.</summary>
    protected abstract GeneratorSearch? Search(EscrowLoot loot);

    private sealed class Listener(PhonePrediction attack) : IAttack<EscrowLeakView>
    {
        private PredictedPhones? phones;

        public IReadOnlyDictionary<string, DhKeyPair> Identities => phones?.Identities ?? new Dictionary<string, DhKeyPair>();

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
