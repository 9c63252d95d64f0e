using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>Messages that anybody on their way reads: nobody has a key.</summary>
internal sealed class PostcardDeployment : Deployment
{
    private readonly Histories histories;
    private readonly List<Envelope> queue;

    public PostcardDeployment(IEnumerable<string> people, Court court)
        : this(court, new(), new(people), [])
    {
    }

    private PostcardDeployment(Court court, PlayClock clock, Histories histories, List<Envelope> queue)
        : base(court, clock) => (this.histories, this.queue) = (histories, queue);

    public override DecryptFailure Deliver(Envelope envelope, out byte[] plaintext)
    {
        queue.Remove(envelope);
        plaintext = Postcard.Read(envelope.Message.Bytes.Span) ?? [];
        if (!IsPostcard(envelope))
            return DecryptFailure.Malformed;
        histories.Store(envelope.To, new(envelope.From, envelope.Time, plaintext));
        return DecryptFailure.None;
    }

    public override void Forget() => histories.Forget();

    public override IDeployment Fork() => new PostcardDeployment(Court, Clock.Copy(), histories.Copy(), [.. queue]);

    public override ServerLoot SeizeServer() => new(Directory, [.. queue]);

    public override SessionLoot SeizeSessions(string person) => new(person, new Dictionary<string, SessionRecord>());

    public override DeviceLoot SeizeDevice(string person) => new(SeizeSessions(person), device: null, histories.Of(person));

    /// <summary>Whoever holds the letters reads them: steaming them open is all the technique there is.</summary>
    public override WarrantAnswer ServeWarrant(Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted) => new(
        [
            .. from entry in intercepted.Where(entry => Covers(warrant, entry.Envelope)).DistinctBy(entry => entry.Message)
               let envelope = entry.Envelope
               select new Guess(entry.Message, Postcard.Read(envelope.Message.Bytes.Span)!, new("warrant", "intercepted postcard", "plaintext")),
        ],
        [new("police", "reads what it intercepted")]);

    protected override IReadOnlyList<Envelope> SendNow(ScriptedMessage message)
    {
        histories.Store(message.From, new(message.From, message.Time, message.Plaintext));
        Envelope[] sent = [.. message.To.Select(recipient => new Envelope(
            message.From, recipient, message.Time, new(CiphertextType.Plain, Postcard.Write(message.Plaintext.Span))))];
        queue.AddRange(sent);
        return sent;
    }

    private bool Covers(Warrant warrant, Envelope envelope) =>
        warrant.Refusal(Court.PublicKey, envelope.From, envelope.To, envelope.Time) is null;

    private static bool IsPostcard(Envelope envelope) => Postcard.Read(envelope.Message.Bytes.Span) is not null;
}
