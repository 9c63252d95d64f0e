using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>Copies the relay server's memory and tries every value that it holds about sender and recipient as the key of their messages.</summary>
public sealed class ReadTheServer : MessageKeyAttack<ServerBreachView>
{
    /// <inheritdoc/>
    protected override KeySearch Search(ServerBreachView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return (entry, _) => ValuesAbout(view, entry);
    }

    private static IEnumerable<(MessageKey Key, Derivation How)> ValuesAbout(ServerBreachView view, TranscriptEntry entry)
    {
        foreach (string person in (string[])[entry.Envelope.From, entry.Envelope.To])
            if (view.Server.Bundles.TryGetValue(person, out PreKeyBundle? bundle))
                foreach (var (name, key) in Values(bundle))
                    yield return (new(key.U), new("server memory", $"{name} of {person}", "message key"));
    }

    private static IEnumerable<(string Name, DhPublicKey Key)> Values(PreKeyBundle bundle)
    {
        yield return ("identity key", bundle.IdentityKey);
        yield return ("signed prekey", bundle.SignedPreKey);
        if (bundle.PreKey is { } oneTime)
            yield return ("one-time prekey", oneTime);
    }
}
