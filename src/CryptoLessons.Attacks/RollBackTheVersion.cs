using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Attacks;

/// <summary>With the authority's key and a place on the wire: tells each app that the other speaks the older version alone, and opens what it then
/// sends.</summary>
/// <remarks>It succeeds where nothing binds the answer to whoever it is about. What was sent before stays unread.</remarks>
public sealed class RollBackTheVersion : IActiveAttack<EscrowLeakView>
{
    /// <inheritdoc/>
    public IInterceptor? Begin(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Escrow is VersionKeyLoot leaked ? new Negotiator(view.Transcript, leaked.Key, target: null) : null;
    }

    /// <summary>The same towards one person and whoever talks with that person, without a key: what the provider does when a warrant asks for it,
    /// and leaves the opening to the authority.</summary>
    /// <param name="transcript">What the provider carried so far.</param>
    /// <param name="target">Whose messages are to be opened.</param>
    public static IInterceptor On(Transcript transcript, string target) => new Negotiator(transcript, authority: null, target);

    private sealed class Negotiator(Transcript transcript, DhKeyPair? authority, string? target) : IInterceptor
    {
        private readonly Dictionary<int, Guess> guesses = [];

        public IReadOnlyList<Guess> Guesses => [.. guesses.Values];

        public void Forget() => guesses.Clear();

        /// <summary>Strikes out every version but the oldest. A signature stays, in the hope that nobody checks it.</summary>
        public ReadOnlyMemory<byte> Answer(Download request, ReadOnlyMemory<byte> genuine) =>
            request.Kind == DownloadKind.Versions && request.Concerns(target) && VersionOffer.TryParse(genuine.Span, out VersionOffer? offer)
                ? (offer with { Versions = [offer.Versions[0]] }).Serialize()
                : genuine;

        public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
        {
            if (authority is not null && transcript.Parse(passing) is { } message
                && MessageKeyEscrow.Open(message.Ciphertext.Span, authority) is { } key)
                using (key)
                    if (message.Decrypt(key) is { } plaintext)
                        guesses.TryAdd(
                            passing.Message, new(passing.Message, plaintext, new("authority key", "older version", "message key", "plaintext")));
            return [passing];
        }
    }
}
