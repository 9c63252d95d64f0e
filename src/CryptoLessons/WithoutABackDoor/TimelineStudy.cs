using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>A last message, and shortly after it an event that is over in a minute: what each way to an answer delivers, and when.</summary>
/// <param name="LastMessage">When the last message was sent, UTC.</param>
/// <param name="Begins">When the event begins.</param>
/// <param name="Ends">When it is over.</param>
/// <param name="Asked">When the desk is asked.</param>
/// <param name="Encrypted">What the desk of an end-to-end encrypted messenger delivers.</param>
/// <param name="Readable">What the desk of a provider delivers who reads what it carries.</param>
/// <param name="People">How many people write to each other in the hour.</param>
/// <param name="Messages">How many messages they send until the event is over.</param>
/// <param name="Read">How many of them a machine reads at once that has the key of message-key escrow.</param>
/// <param name="PeopleRead">How many people wrote them.</param>
/// <param name="Watched">For how long it reads: from the first message to the end of the event.</param>
/// <param name="LastRead">Whether it reads the last message with nothing that was sent later: then it was known before the event began.</param>
/// <param name="Control">How many messages the same machine reads with an unrelated key.</param>
public sealed record TimelineStudy(
    DateTimeOffset LastMessage,
    DateTimeOffset Begins,
    DateTimeOffset Ends,
    DateTimeOffset Asked,
    DeskDelivery Encrypted,
    DeskDelivery Readable,
    int People,
    int Messages,
    int Read,
    int PeopleRead,
    TimeSpan Watched,
    bool LastRead,
    int Control)
{
    private const string Person = SmallTown.First, Friend = "Bob";
    private const int Residents = 16, Talks = 40;

    /// <summary>When the event of the reports began.</summary>
    public static DateTimeOffset DefaultBegins { get; } = new(2017, 3, 22, 14, 40, 8, TimeSpan.Zero);

    /// <summary>How long it lasted: to 14:41:30.</summary>
    public static TimeSpan DefaultLasts { get; } = TimeSpan.FromSeconds(82);

    /// <summary>In which time a firm said in 2017 that its desk had answered.</summary>
    public static TimeSpan DefaultTurnaround { get; } = TimeSpan.FromMinutes(30);

    /// <summary>Within how much time a desk would have to answer to be in time.</summary>
    public TimeSpan Needed => Ends - Asked;

    /// <summary>Plays the hour before the event, and asks.</summary>
    /// <param name="seed">The seed of everything.</param>
    /// <param name="before">How long before the event the last message was sent; null for <see cref="MetadataStudy.DefaultBefore"/>.</param>
    /// <param name="lasts">How long the event lasts; null for <see cref="DefaultLasts"/>.</param>
    /// <param name="turnaround">How long a desk takes; null for <see cref="DefaultTurnaround"/>.</param>
    /// <param name="askedAfterMessage">How long after the last message the desk is asked; null for when the event begins: nobody suspects
    /// anybody before.</param>
    public static TimelineStudy Run(
        long seed, TimeSpan? before = null, TimeSpan? lasts = null, TimeSpan? turnaround = null, TimeSpan? askedAfterMessage = null)
    {
        SeededRandom random = new SeededRandom(seed).Child("timeline");
        DateTimeOffset begins = DefaultBegins, last = begins - (before ?? MetadataStudy.DefaultBefore), ends = begins + (lasts ?? DefaultLasts);
        DateTimeOffset asked = last + (askedAfterMessage ?? begins - last), first = begins.AddHours(-1);
        Script town = SmallTown.Write(random.Child("town"), Residents, Talks, first, ends - first).WithLast(Person, Friend, last);
        ScriptedMessage[] untilTheEnd = [.. town.Messages.Where(message => message.Time <= ends)];
        var script = new Script(untilTheEnd, untilTheEnd.Length);

        int at = script.Messages.Last(message => message.From == Person).Number;
        Game escrow = Escrow(script, at, random);
        Verdict read = Watch(escrow, Secrets.Stolen);
        // What had been sent by then must do.
        Verdict byThen = Watch(Escrow(new([.. script.Messages.Take(at)], at), at, random), Secrets.Stolen);
        return new(
            last, begins, ends, asked,
            DeskDelivery.Of(Ask(Strict.Design), Person, ends),
            DeskDelivery.Of(Ask(OtherMessengers.TransportOnly), Person, ends),
            script.People.Count,
            script.Messages.Count,
            read.Recovered.Count,
            read.Recovered.Keys.Select(number => script.ByNumber[number].From).Distinct().Count(),
            ends - script.Messages[0].Time,
            byThen.Recovered.ContainsKey(at),
            Watch(escrow, Secrets.Unrelated).Recovered.Count);

        DeskAnswer Ask(Design design) => AskTheDesk(design, script, random.Child(design.Id), asked, turnaround ?? DefaultTurnaround);
    }

    private static Game Escrow(Script script, int at, SeededRandom random) => KeyEscrow.MessageKey.Play(script, at, Person, random.Child("escrow"));

    private static Verdict Watch(Game escrow, Secrets secrets) => escrow.Read(new ReadWithLeakedMessageKeys(), escrow.EscrowLeak(secrets));

    private static DeskAnswer AskTheDesk(Design design, Script script, SeededRandom random, DateTimeOffset asked, TimeSpan turnaround)
    {
        IDeployment deployment = design.Deploy(script, random);
        var requests = new Requests(random.Child("desk"));
        var provider = new Provider(deployment, script.People, requests.Courts, requests.Forces, turnaround);
        foreach (ScriptedMessage message in script.Messages.TakeWhile(message => message.Time <= asked))
        {
            IReadOnlyList<Envelope> sent = deployment.Send(message);
            provider.PassesOn(message, sent);
            foreach (Envelope envelope in sent)
                deployment.Deliver(envelope, out _);
        }
        provider.Wait(asked);
        return provider.Desk.Serve(requests.Order(Person, asked));
    }
}
