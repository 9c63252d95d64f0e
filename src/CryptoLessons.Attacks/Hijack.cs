using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>Opens a chain of its own towards the owner of a stolen session, in the peer's name.</summary>
/// <remarks>The owner's phone accepts it until it has the first genuine message of the peer's next chain.</remarks>
public sealed class Hijack : IForgery<SessionSeizureView>
{
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(SessionSeizureView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        SeededRandom random = ThiefRandom.New();
        return [.. from loot in view.Sessions
                   from record in loot.Sessions
                   from session in record.Value.All
                   let stolen = new StolenSession(
                       loot.Owner, record.Key, session, random, view.Transcript.Profile, view.Transcript.Phone(random))
                   select Forge(view, loot.Owner, record.Key, stolen, plaintext.Span)];
    }

    private static ForgedEnvelope Forge(SessionSeizureView view, string owner, string peer, StolenSession stolen, ReadOnlySpan<byte> plaintext)
    {
        CiphertextMessage message = stolen.AsPeer().Encrypt(plaintext, registrationId: 0);
        return new(Forged.Hijack, new(peer, owner, view.Transcript.Now, message), new(stolen.ToString(), "root key", "a new chain under the thief's ratchet key"));
    }
}
