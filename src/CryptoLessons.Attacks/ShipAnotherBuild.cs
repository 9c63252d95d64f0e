using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Attacks;

/// <summary>With the key that signs updates and a place on the wire: ships one person a build that leaks, and nobody else.</summary>
public sealed class ShipAnotherBuild : IActiveAttack<EscrowLeakView>
{
    /// <inheritdoc/>
    public IInterceptor? Begin(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Escrow is UpdateKeyLoot update ? On(view.Transcript, update.Key, view.Target) : null;
    }

    /// <summary>What a thief of the key does, and the provider when a warrant asks for it.</summary>
    /// <param name="transcript">What the provider carried so far, and its directory.</param>
    /// <param name="updateKey">The key that signs updates.</param>
    /// <param name="target">Whose messages are to be read.</param>
    public static IInterceptor On(Transcript transcript, DhKeyPair updateKey, string target) => new Shipper(transcript, updateKey, target);

    private sealed class Shipper : IInterceptor
    {
        private readonly Transcript transcript;
        private readonly string target;
        private readonly DhKeyPair own;
        private readonly byte[] build;
        private readonly List<(TranscriptEntry Entry, InterceptedMessage Message)> unread = [];
        private readonly Dictionary<int, Guess> guesses = [];

        public Shipper(Transcript transcript, DhKeyPair updateKey, string target)
        {
            SeededRandom random = ThiefRandom.New();
            (this.transcript, this.target, own) = (transcript, target, DhKeyPair.Generate(random));
            build = SignedAnswer.Sign(new AppBuild(Number: 2, own.Public).Serialize(), updateKey, random);
        }

        public IReadOnlyList<Guess> Guesses => [.. guesses.Values];

        public void Forget() => guesses.Clear();

        public ReadOnlyMemory<byte> Answer(Download request, ReadOnlyMemory<byte> genuine) =>
            (request.Kind, request.By) == (DownloadKind.Build, target) ? build : genuine;

        public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
        {
            if (transcript.Parse(passing) is not { } message || (passing.Envelope.From != target && passing.Envelope.To != target))
                return [passing];
            unread.Add((passing, message));
            foreach (MessageKey key in MessageKeyEscrow.OpenAll(message.Ciphertext.Span, own))
                using (key)
                    Read(key);
            return [passing];
        }

        /// <summary>A key is that of the message that carries it, or of one that the target received before.</summary>
        private void Read(MessageKey key)
        {
            foreach (var (entry, message) in unread)
                if (message.Decrypt(key) is { } plaintext)
                {
                    guesses.TryAdd(entry.Message, new(entry.Message, plaintext, new("update key", $"another build on the phone of {target}", "message key", "plaintext")));
                    unread.Remove((entry, message));
                    return;
                }
        }
    }
}
