using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Attacks.Means;

/// <summary>Opens the copies that an interception port makes for its console, and lets everything pass.</summary>
/// <param name="console">The console's key.</param>
internal sealed class ConsoleReader(DhKeyPair console) : IInterceptor
{
    private readonly Dictionary<int, Guess> guesses = [];

    public IReadOnlyList<Guess> Guesses => [.. guesses.Values];

    public void Forget() => guesses.Clear();

    public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
    {
        Read(passing);
        return [passing];
    }

    /// <summary>Opens an envelope that is a copy.</summary>
    public void Read(TranscriptEntry entry)
    {
        byte[] content = new byte[Math.Max(0, entry.Envelope.Message.Bytes.Length - SealedKey.Overhead)];
        if (SealedKey.TryOpen(entry.Envelope.Message.Bytes.Span, console, content))
            guesses.TryAdd(entry.Message, new(entry.Message, content, new("console key", "copy for the console", "plaintext")));
    }
}
