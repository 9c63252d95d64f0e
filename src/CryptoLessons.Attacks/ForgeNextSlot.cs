using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>Goes on with a stolen session where its owner stands, and takes the slot of the owner's next message.</summary>
public sealed class ForgeNextSlot : IForgery<SessionSeizureView>
{
    // Safe because sending within a chain draws no randomness.
    private static readonly SignalFunctions Functions = new(RandomSource.System);

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
        // Nobody authenticates the registration number of a prekey message: any will do.
        CiphertextMessage message = Session.Resume(Functions, state).Encrypt(plaintext, registrationId: 0);
        DateTimeOffset time = view.Transcript.InFlight.Select(entry => entry.Envelope.Time).DefaultIfEmpty().Max();
        return new(Forged.Slot, new(owner, peer, time, message), new($"session of {owner} with {peer}", "sending chain key", "a message in the next slot"));
    }
}
