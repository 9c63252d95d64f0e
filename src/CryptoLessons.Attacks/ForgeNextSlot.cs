using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>Goes on with a stolen session where its owner stands, and takes the slot of the owner's next message.</summary>
public sealed class ForgeNextSlot : IForgery<SessionSeizureView>
{
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(SessionSeizureView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. from loot in view.Sessions
                   from record in loot.Sessions
                   where record.Value.Current is not null
                   select Forge(view, loot.Owner, record.Key, record.Value.Current!, plaintext.Span)];
    }

    private static ForgedEnvelope Forge(SessionSeizureView view, string owner, string peer, SessionState state, ReadOnlySpan<byte> plaintext)
    {
        // Safe because sending within a chain draws no randomness.
        var stolen = new StolenSession(owner, peer, state, RandomSource.System, view.Transcript.Profile, view.Transcript.Phone(RandomSource.System));
        // Nobody authenticates the registration number of a prekey message: any will do.
        CiphertextMessage message = stolen.AsOwner().Encrypt(plaintext, registrationId: 0);
        return new(Forged.Slot, new(owner, peer, view.Transcript.Now, message), new(stolen.ToString(), "sending chain key", "a message in the next slot"));
    }
}
