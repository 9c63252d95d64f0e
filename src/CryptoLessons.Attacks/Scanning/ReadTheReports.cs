using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.ExceptionalAccess.Scanning;

namespace CryptoLessons.Attacks.Scanning;

/// <summary>Opens with the administrator's key what phones reported, and has them report more: a list with everyday words on it, signed with the same key.</summary>
public sealed class ReadTheReports : IAttack<EscrowLeakView>, IActiveAttack<EscrowLeakView>
{
    private static readonly string[] EverydayWords = ["Yes.", "No.", "OK", "Ok", "Thanks!", "Thank you.", "On my way.", "Good night.", "See you tomorrow.", "Call me."];

    /// <inheritdoc/>
    public IReadOnlyList<Guess> Run(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Escrow is ListKeyLoot list ? new Reader(list).ReadAll(view.Transcript) : [];
    }

    /// <inheritdoc/>
    public IInterceptor? Begin(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Escrow is ListKeyLoot list ? new Reader(list, view.Transcript) : null;
    }

    private sealed class Reader(ListKeyLoot loot) : IInterceptor
    {
        private readonly Dictionary<int, Guess> guesses = [];
        private byte[]? poisoned;

        public Reader(ListKeyLoot loot, Transcript transcript)
            : this(loot) => ReadAll(transcript);

        public IReadOnlyList<Guess> Guesses => [.. guesses.Values];

        public void Forget() => guesses.Clear();

        public IReadOnlyList<Guess> ReadAll(Transcript transcript)
        {
            foreach (TranscriptEntry entry in transcript.Entries)
                Read(entry);
            return Guesses;
        }

        public ReadOnlyMemory<byte> Answer(Download request, ReadOnlyMemory<byte> genuine) =>
            request.Kind == DownloadKind.ScanList ? poisoned ??= Poison(genuine) : genuine;

        public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
        {
            Read(passing);
            return [passing];
        }

        private byte[] Poison(ReadOnlyMemory<byte> genuine)
        {
            if (!SignedScanList.TryParse(genuine, out SignedScanList? signed) || ScanList.Parse(signed.List.Span) is not { } list)
                return genuine.ToArray();
            foreach (string word in EverydayWords)
                list = list.WithText(word);
            return SignedScanList.Sign(list, loot.Key, ThiefRandom.New()).Serialize();
        }

        private void Read(TranscriptEntry entry)
        {
            if (new ScanReport(entry.Envelope.Message.Bytes).Open(loot.Key) is { } content)
                guesses.TryAdd(entry.Message, new(entry.Message, content, new("administrator's key", $"report of {entry.Envelope.From}", "plaintext")));
        }
    }
}
