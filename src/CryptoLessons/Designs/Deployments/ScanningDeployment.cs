using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol as it is, in an app that looks at each message before it encrypts it, and reports what a list says.</summary>
internal sealed class ScanningDeployment : SignalDeployment<SignalFunctions>
{
    private readonly string address;
    private readonly SeededRandom random;
    private readonly ListAdministrator administrator;
    private readonly byte[] newest;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> taken;
    private readonly Dictionary<string, ClientScanner> scanners = [];

    /// <param name="people">Who has a phone.</param>
    /// <param name="random">The seed's stream for this deployment.</param>
    /// <param name="profile">What of Signal's protocol the phones speak.</param>
    /// <param name="administrator">Whoever makes the list.</param>
    /// <param name="list">The list.</param>
    public ScanningDeployment(IReadOnlyList<string> people, SeededRandom random, Profile profile, ListAdministrator administrator, ScanList list)
        : base(people, random, profile, new((streams, _) => streams.Signal()), new Court(random.Child("court")))
    {
        (address, this.random) = (Addresses.Unlike(people, Addresses.ListAdministrator), random.Child("reports"));
        (this.administrator, newest, taken) = (administrator, administrator.Sign(list).Serialize(), []);
        foreach (string person in people)
            scanners.Add(person, new(administrator.PublicKey, this.random));
    }

    private ScanningDeployment(ScanningDeployment original)
        : base(original)
    {
        (address, random) = (original.address, original.random.Copy());
        (administrator, newest, taken) = (original.administrator, original.newest, new(original.taken));
        foreach (var (person, scanner) in original.scanners)
            scanners.Add(person, scanner.Fork(random));
    }

    public override IDeployment Fork() => new ScanningDeployment(this);

    public override DecryptFailure Deliver(Envelope envelope, out byte[] plaintext)
    {
        if (envelope.To != address)
            return base.Deliver(envelope, out plaintext);
        plaintext = [];
        return DecryptFailure.None;
    }

    public override EscrowLoot? Leak(AccessSecret secret) =>
        secret is AccessSecret.Escrow or AccessSecret.JudgeAndKey ? new ListKeyLoot(administrator.Leak()) : base.Leak(secret);

    /// <summary>The administrator has the reports, and of them opens those that the warrant covers.</summary>
    public override WarrantAnswer ServeWarrant(Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted) => new(
        [
            .. from entry in intercepted
               let envelope = entry.Envelope
               where envelope.To == address && warrant.Refusal(Court.PublicKey, envelope.From, envelope.To, envelope.Time) is null
               select new Guess(entry.Message, administrator.Open(new(envelope.Message.Bytes))!, new("warrant", "report of a phone", "plaintext")),
        ],
        [new("list administrator", "hands over the reports that phones sent")]);

    public override Quorum? Holders => Quorum.One;

    protected override IEnumerable<Envelope> Write(ScriptedMessage message)
    {
        ClientScanner scanner = scanners[message.From];
        Accept(message.From, scanner);
        var (text, file) = MessageContent.Read(message.Plaintext);
        if (scanner.Report(message.Plaintext.Span, text, file.Span) is { } report)
            yield return new(message.From, address, message.Time, new(CiphertextType.Plain, report.Sealed));
        foreach (Envelope envelope in base.Write(message))
            yield return envelope;
    }

    /// <summary>A phone asks for the newest list before it scans; somebody on the wire may answer first.</summary>
    private void Accept(string person, ClientScanner scanner)
    {
        foreach (ReadOnlyMemory<byte> answer in Answers(new(person, DownloadKind.ScanList, person), newest))
        {
            // What the scanner has was verified before.
            if (taken.TryGetValue(person, out ReadOnlyMemory<byte> last) && last.Span.SequenceEqual(answer.Span))
                return;
            if (!SignedScanList.TryParse(answer, out SignedScanList? list) || !scanner.Accept(list))
                continue;
            taken[person] = answer;
            return;
        }
    }
}
