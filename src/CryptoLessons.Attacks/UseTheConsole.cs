using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
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

    /// <summary>What the operator's own people do at the console, who order nothing past the log: they read the copies.</summary>
    /// <param name="console">The console's key.</param>
    public static IInterceptor Listen(DhKeyPair console) => new ConsoleReader(console);

    private sealed class RogueConsole : IInterceptor
    {
        private readonly ConsoleLoot console;
        private readonly ConsoleReader reader;
        private string? provider;
        private readonly List<string> waiting;
        private readonly SeededRandom random = ThiefRandom.New();

        public RogueConsole(Transcript transcript, ConsoleLoot console)
        {
            (this.console, reader) = (console, new(console.Key));
            // Every message goes to the provider first.
            provider = transcript.Entries is [var first, ..] ? first.Envelope.To : null;
            waiting = [.. console.Customers.Except(console.Targets)];
            foreach (TranscriptEntry entry in transcript.Entries)
                reader.Read(entry);
        }

        public IReadOnlyList<Guess> Guesses => reader.Guesses;

        public void Forget() => reader.Forget();

        public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
        {
            reader.Read(passing);
            Envelope envelope = passing.Envelope;
            provider ??= envelope.To;
            string[] people = [.. waiting];
            waiting.Clear();
            return [passing, .. people.Select(person => passing with
            {
                Envelope = envelope with { To = provider, Message = new(CiphertextType.Plain, InterceptOrder.Sign(person, console.Key, random).Serialize()) },
            })];
        }
    }
}
