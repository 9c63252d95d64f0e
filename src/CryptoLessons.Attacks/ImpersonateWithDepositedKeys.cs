using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Attacks;

/// <summary>Opens sessions in the name of everybody whose identity key was deposited, towards whomever they have written to.</summary>
public sealed class ImpersonateWithDepositedKeys : IForgery<EscrowLeakView>
{
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(EscrowLeakView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Escrow is IdentityKeyLoot deposited ? Forge(view.Transcript, deposited.Keys, plaintext) : [];
    }

    /// <summary>The forged opening messages of some people towards everybody whom they have written to.</summary>
    internal static IReadOnlyList<ForgedEnvelope> Forge(
        Transcript transcript, IReadOnlyDictionary<string, DhKeyPair> keys, ReadOnlyMemory<byte> plaintext)
    {
        ILookup<string, string> acquaintances = transcript.Entries
            .Select(entry => (entry.Envelope.From, entry.Envelope.To)).Distinct().ToLookup(pair => pair.From, pair => pair.To);
        return [.. keys.SelectMany(key => ImpersonateTheOwner.Forge(transcript, key.Key, key.Value, acquaintances[key.Key], plaintext))];
    }
}
