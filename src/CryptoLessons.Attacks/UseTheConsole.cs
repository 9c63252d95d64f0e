using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>With the key of an operator's console: orders everybody's messages copied, beneath the layer that keeps the log, and reads the copies.</summary>
public sealed class UseTheConsole : IActiveAttack<EscrowLeakView>
{
    /// <inheritdoc/>
    public IInterceptor? Begin(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Escrow is ConsoleLoot console ? new RogueConsole(view.Transcript, console) : null;
    }

    private sealed class RogueConsole : IInterceptor
    {
        private readonly ConsoleLoot console;
        private readonly string provider;
        private readonly HashSet<string> waiting;
        private readonly SeededRandom random = ThiefRandom.New();
        private readonly HashSet<string> ordered;
        private readonly Dictionary<int, Guess> guesses = [];

        public RogueConsole(Transcript transcript, ConsoleLoot console)
        {
            this.console = console;
            // Every message goes to the provider first, and whoever sends one is a customer.
            provider = transcript.Entries[0].Envelope.To;
            waiting = [.. transcript.Entries.Select(entry => entry.Envelope.From)];
            ordered = [.. console.Targets];
            foreach (TranscriptEntry entry in transcript.Entries)
                Read(entry);
        }

        public IReadOnlyList<Guess> Guesses => [.. guesses.Values];

        public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
        {
            Read(passing);
            Envelope envelope = passing.Envelope;
            waiting.Add(envelope.From);
            string[] people = [.. waiting.Where(ordered.Add)];
            waiting.Clear();
            return [passing, .. people.Select(person => passing with
            {
                Envelope = envelope with { To = provider, Message = new(CiphertextType.Plain, InterceptOrder.Sign(person, console.Key, random).Serialize()) },
            })];
        }

        private void Read(TranscriptEntry entry)
        {
            byte[] content = new byte[Math.Max(0, entry.Envelope.Message.Bytes.Length - SealedKey.Overhead)];
            if (SealedKey.TryOpen(entry.Envelope.Message.Bytes.Span, console.Key, content))
                guesses.TryAdd(entry.Message, new(entry.Message, content, new("console key", "copy for the console", "plaintext")));
        }
    }
}
