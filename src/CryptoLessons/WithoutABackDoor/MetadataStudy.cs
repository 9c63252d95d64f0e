using System.Buffers.Binary;
using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>Who, when, how much: what a relay's log tells of people whose messages it cannot read, in a town of which the truth is known.</summary>
/// <param name="People">How many people.</param>
/// <param name="Messages">How many messages.</param>
/// <param name="Person">Whom the questions are about.</param>
/// <param name="Moment">The moment before which the person wrote a last message.</param>
/// <param name="WroteTo">To whom that message went: the truth.</param>
/// <param name="Connections">At how many moments the person's phone was connected: the truth.</param>
/// <param name="Plain">What a relay's whole log answers.</param>
/// <param name="Sealed">The same log of the same play where the sender is sealed.</param>
/// <param name="TwoDates">The log of a relay that keeps two dates of each customer.</param>
/// <param name="Others">Control: the whole log of a town of other people.</param>
/// <param name="SealedAndRead">How many of the sealed messages were opened and read by their recipients.</param>
/// <param name="SealsSize">What a seal adds to a message, in bytes.</param>
/// <param name="Timing">How well the sealed senders are guessed from the times.</param>
/// <param name="TimingControl">The same with the times dealt out anew.</param>
public sealed record MetadataStudy(
    int People,
    int Messages,
    string Person,
    DateTimeOffset Moment,
    string WroteTo,
    int Connections,
    LogAnswers Plain,
    LogAnswers Sealed,
    LogAnswers TwoDates,
    LogAnswers Others,
    int SealedAndRead,
    int SealsSize,
    TimingGuess Timing,
    TimingGuess TimingControl)
{
    /// <summary>How many people and talks the town has when nothing else is said.</summary>
    public const int DefaultPeople = 16, DefaultTalks = 60;

    /// <summary>How long before the moment the last message was sent: what two of three reports of 2017 say.</summary>
    public static TimeSpan DefaultBefore { get; } = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Near = TimeSpan.FromMinutes(1);

    /// <summary>Plays the town once plainly and once with sealed senders, and asks the logs.</summary>
    /// <param name="seed">The seed of everything.</param>
    /// <param name="people">How many people, at least 3.</param>
    /// <param name="talks">How many talks, within two hours.</param>
    /// <param name="before">How long before the moment the last message was sent; null for <see cref="DefaultBefore"/>.</param>
    public static MetadataStudy Run(long seed, int people = DefaultPeople, int talks = DefaultTalks, TimeSpan? before = null)
    {
        var random = new SeededRandom(seed);
        var begins = new DateTimeOffset(2017, 3, 22, 13, 0, 0, TimeSpan.Zero);
        Script script = Town("town", 0), others = Town("another town", people);
        ScriptedMessage last = script.Messages.LastOrDefault(message => message.From == SmallTown.First) ?? script.Messages[^1];
        DateTimeOffset moment = last.Time + (before ?? DefaultBefore);
        var minutes = new Period(last.Time, moment);

        RelayLog plain = new(), withoutSenders = new(), twoDates = new(LogPolicy.TwoDates), elsewhere = new();
        TranscriptEntry[] sent = [.. Play(script, random.Child("keys")).Entries];
        foreach (TranscriptEntry entry in sent)
        {
            plain.Record(entry.Envelope);
            twoDates.Record(entry.Envelope);
        }
        var sealedPlay = new SealedPlay(script, random.Child("keys"));
        foreach (SealedEnvelope envelope in sealedPlay.Envelopes)
            withoutSenders.Record(envelope);
        foreach (TranscriptEntry entry in Play(others, random.Child("other keys")).Entries)
            elsewhere.Record(entry.Envelope);
        return new(
            script.People.Count, script.Messages.Count, last.From, moment, last.To[0],
            script.Messages.Where(message => message.Involves(last.From)).Select(message => message.Time).Distinct().Count(),
            Ask(plain), Ask(withoutSenders), Ask(twoDates), Ask(elsewhere),
            sealedPlay.Read,
            sealedPlay.Envelopes.Zip(sent).Min(pair => pair.First.Message.Length - pair.Second.Envelope.Message.Bytes.Length),
            TimingGuess.Of(withoutSenders, script, Near),
            TimingGuess.Of(Shuffled(withoutSenders, random.Child("times")), script, Near));

        Script Town(string name, int firstResident) =>
            SmallTown.Write(random.Child(name), people, talks, begins, TimeSpan.FromHours(2), firstResident);
        LogAnswers Ask(RelayLog log) => LogAnswers.Of(log, script, last.From, minutes);
    }

    private static Transcript Play(Script script, SeededRandom random) => Strict.Design.Play(script, 1, script.Messages[0].From, random).Transcript;

    /// <summary>The same recipients, each at a time of another: what is left to guess from is how many messages somebody gets.</summary>
    private static RelayLog Shuffled(RelayLog log, SeededRandom random)
    {
        var shuffled = new RelayLog();
        byte[] draw = new byte[sizeof(ulong)];
        ulong[] order = [.. log.Deliveries.Select(_ => { random.Fill(draw); return BinaryPrimitives.ReadUInt64BigEndian(draw); })];
        DateTimeOffset[] times = [.. log.Deliveries.Select(line => line.Time).Zip(order).OrderBy(pair => pair.Second).Select(pair => pair.First)];
        foreach (var (line, time) in log.Deliveries.Zip(times))
            shuffled.Record(new SealedEnvelope(line.To, time, new byte[line.Size]));
        return shuffled;
    }
}
