using CryptoLessons.Adversary;

namespace CryptoLessons.Attacks;

/// <summary>Opens sessions in the name of everybody whose identity key was deposited, towards whomever they have written to.</summary>
public sealed class ImpersonateWithDepositedKeys : IForgery<EscrowLeakView>
{
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(EscrowLeakView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Escrow is not IdentityKeyLoot deposited)
            return [];
        ILookup<string, string> acquaintances = view.Transcript.Entries
            .Select(entry => (entry.Envelope.From, entry.Envelope.To)).Distinct().ToLookup(pair => pair.From, pair => pair.To);
        return [.. deposited.Keys.SelectMany(key =>
            ImpersonateTheOwner.Forge(view.Transcript, key.Key, key.Value, acquaintances[key.Key], plaintext))];
    }
}
