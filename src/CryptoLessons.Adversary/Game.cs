using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Adversary;

/// <summary>Plays a script on a deployment, lets an adversary compromise a part of it at one message, and judges what was really read.</summary>
/// <remarks>
/// The game alone knows the truth and alone makes views. Everything passive shares one play. Message <c>at</c> is sent and still in
/// flight when the compromise happens, so that forging has a slot to aim at.
/// </remarks>
public sealed class Game
{
    private static readonly byte[] ForgedText = Encoding.UTF8.GetBytes("This was never said.");

    private readonly Script script;
    private readonly int at;
    private readonly string target;
    private readonly SeededRandom random;
    private readonly Play play;
    private readonly Lazy<IDeployment> unrelated;
    private readonly Lazy<Game>? control;

    /// <summary>Plays the script.</summary>
    /// <param name="deploy">Makes a deployment of the design in which the script's people have devices; called again for the controls.</param>
    /// <param name="script">What is said.</param>
    /// <param name="at">Number of the message at which the compromise happens, from 1.</param>
    /// <param name="target">The person whose phone is seized and whom the warrant names.</param>
    /// <param name="random">The seed's stream.</param>
    /// <param name="progress">Told after each message how many of the script's were played.</param>
    /// <param name="control">The same script on another design, for the controls of a design that is read without any secret; null when unrelated
    /// keys of the same design serve.</param>
    public Game(
        Func<SeededRandom, IDeployment> deploy,
        Script script,
        int at,
        string target,
        SeededRandom random,
        IProgress<int>? progress = null,
        Lazy<Game>? control = null)
    {
        ArgumentNullException.ThrowIfNull(deploy);
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(at, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at, script.ConversationLength);
        if (!script.Conversation.Any(message => message.Involves(target)))
            throw new ArgumentException($"{target} takes no part in the conversation.", nameof(target));
        (this.script, this.at, this.target, this.random, this.control) = (script, at, target, random, control);
        play = new Play(deploy(random.Child("deployment")), script, at, last: script.Messages[^1].Number, progress);
        unrelated = new(() => new Play(deploy(random.Child("unrelated deployment")), script, at, last: at).Moment);
    }

    /// <summary>The game in which the controls are played; null when they are played in this one, with unrelated secrets.</summary>
    public Game? Control => control?.Value;

    /// <summary>All that the wire carried.</summary>
    public Transcript Transcript => play.Transcript;

    /// <summary>Size of the conversation's messages on the wire, in bytes an envelope on average.</summary>
    public double BytesPerMessage =>
        Transcript.Entries.Where(entry => entry.Message <= script.ConversationLength).Average(entry => entry.Envelope.Message.Bytes.Length);

    /// <summary>Whether honest devices noticed anything in the undisturbed play.</summary>
    public Noticed Noticed => play.Refused == 0 ? play.End.Noticed : Noticed.Automatically;

    /// <summary>How many messages of the conversation every recipient's app showed exactly as they had been said, in the undisturbed play.</summary>
    public int Arrived => play.Arrived;

    /// <summary>What a tap on the wire holds.</summary>
    public WiretapView Wiretap(Secrets secrets = Secrets.Stolen) => new(TranscriptFor(secrets));

    /// <summary>What somebody holds who copied the relay server's memory at the compromise.</summary>
    public ServerBreachView ServerBreach(Secrets secrets = Secrets.Stolen) => new(TranscriptFor(secrets), Moment(secrets).SeizeServer());

    /// <summary>What somebody holds who copied the target's session states at the compromise.</summary>
    public SessionSeizureView SessionSeizure(Secrets secrets = Secrets.Stolen) => SessionSeizure(target, secrets);

    /// <summary>What somebody holds who copied the session states of the participant, other than the target, who spoke last before the compromise.</summary>
    public SessionSeizureView MemberSeizure(Secrets secrets = Secrets.Stolen) => SessionSeizure(Member, secrets);

    /// <summary>What somebody holds who took the target's phone at the compromise.</summary>
    public DeviceSeizureView DeviceSeizure(Secrets secrets = Secrets.Stolen) => new(Transcript, [Moment(secrets).SeizeDevice(target)]);

    /// <summary>What somebody holds to whom the access secret leaked; where a design has none, a fresh key that belongs to nobody.</summary>
    public EscrowLeakView EscrowLeak(Secrets secrets = Secrets.Stolen) => Leak(AccessSecret.Escrow, secrets);

    /// <summary>What somebody holds to whom one of the secrets leaked that make access possible; where a design has none such, a fresh key that
    /// belongs to nobody.</summary>
    public EscrowLeakView Leak(AccessSecret secret, Secrets secrets = Secrets.Stolen) =>
        new(Transcript, Moment(secrets).Leak(secret, target) ?? new AuthorityKeyLoot(DhKeyPair.Generate(random.Child("nobody's authority"))), target);

    /// <summary>Holds guesses against the truth.</summary>
    public Verdict Judge(IEnumerable<Guess> guesses)
    {
        ArgumentNullException.ThrowIfNull(guesses);
        var recovered = new SortedDictionary<int, Guess>();
        var wrong = new List<Guess>();
        foreach (Guess guess in guesses)
        {
            bool right = script.ByNumber.TryGetValue(guess.Message, out ScriptedMessage? truth) && truth.Plaintext.Span.SequenceEqual(guess.Plaintext.Span);
            if (!right || !recovered.TryAdd(guess.Message, guess))
                wrong.Add(guess);
        }
        return new(recovered, wrong, script, at);
    }

    /// <summary>Lets an attack read with what its adversary holds, and holds what it says against the truth.</summary>
    public Verdict Read<TView>(IAttack<TView> attack, TView view)
        where TView : View
    {
        ArgumentNullException.ThrowIfNull(attack);
        return Judge(attack.Run(view));
    }

    /// <summary>The same with several attacks by one adversary; of several right readings of a message, the first counts.</summary>
    public Verdict Read<TView>(IReadOnlyList<IAttack<TView>> attacks, TView view)
        where TView : View
    {
        ArgumentNullException.ThrowIfNull(attacks);
        return Judge(attacks.SelectMany(attack => attack.Run(view)).DistinctBy(guess => guess.Message));
    }

    /// <summary>Restores the deployment at the compromise, puts the attacker on the wire, and plays on.</summary>
    /// <param name="attack">The attack.</param>
    /// <param name="view">What the attacker holds; of the wire it is shown what had been sent by then.</param>
    /// <param name="leavesAfter">Number of the last message of the conversation that passes through the attacker's hands; null for ever.</param>
    /// <exception cref="ArgumentException">What the view holds is of no use for this attack: it takes no place on the wire.</exception>
    public ActiveVerdict PlayOn<TView>(IActiveAttack<TView> attack, TView view, int? leavesAfter = null)
        where TView : View =>
        TryPlayOn(attack, view, leavesAfter) ?? throw new ArgumentException($"A {view?.GetType().Name} is of no use for {attack?.GetType().Name}.", nameof(view));

    /// <summary>The same; null when what the view holds is of no use for this attack.</summary>
    public ActiveVerdict? TryPlayOn<TView>(IActiveAttack<TView> attack, TView view, int? leavesAfter = null)
        where TView : View
    {
        ArgumentNullException.ThrowIfNull(attack);
        ArgumentNullException.ThrowIfNull(view);
        if (attack.Begin(AtTheCompromise(view)) is not { } interceptor)
            return null;
        IDeployment copy = play.Moment.Fork();
        var deliveries = new List<Delivery>();
        var delivered = new HashSet<int>();
        int? first = null;
        foreach (Delivery delivery in Continuation.Play(copy, interceptor, leavesAfter))
        {
            deliveries.Add(delivery);
            delivered.Add(delivery.Message);
            if (first is null && (delivery.Failure != DecryptFailure.None || copy.Noticed != Noticed.No))
                first = delivered.Count;
        }
        return new(Judge(interceptor.Guesses), deliveries, copy.Noticed, first);
    }

    /// <summary>Hands the forged envelopes to the relay, on a copy of the deployment at the compromise, and lets the honest recipients judge.</summary>
    /// <returns>The strongest forging that was accepted, and whether the genuine messages that follow make anybody's device notice.</returns>
    public (Forged Forged, Noticed Noticed) Forge<TView>(IForgery<TView> forgery, TView view)
        where TView : View => Forge([forgery], view);

    /// <summary>The same with several ways to forge.</summary>
    public (Forged Forged, Noticed Noticed) Forge<TView>(IReadOnlyList<IForgery<TView>> forgeries, TView view)
        where TView : View
    {
        ArgumentNullException.ThrowIfNull(forgeries);
        ArgumentNullException.ThrowIfNull(view);
        TView present = AtTheCompromise(view);
        IDeployment? copy = null;
        foreach (ForgedEnvelope forged in forgeries.SelectMany(forgery => forgery.Run(present, ForgedText)).OrderByDescending(forged => forged.Kind))
        {
            // One copy serves until something is accepted: a refusal changes nothing on a device.
            copy ??= play.Moment.Fork();
            copy.Tap(forged.OnTheWire);
            if (copy.Deliver(forged.Envelope, out byte[] shown) == DecryptFailure.None && shown.AsSpan().SequenceEqual(ForgedText))
                return (forged.Kind, NoticedAfter(copy));
        }
        return (Forged.None, Noticed.No);
    }

    /// <summary>The numbers of the conversation's messages that lay stored on a seized phone.</summary>
    public IReadOnlySet<int> History(DeviceLoot phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        // The same words may have been said twice in one minute: each stored message stands for one.
        var stored = phone.History.CountBy(Fingerprint).ToDictionary();
        var found = new HashSet<int>();
        foreach (ScriptedMessage message in Past(target))
        {
            string said = Fingerprint(new(message.From, message.Time, message.Plaintext));
            if (stored.GetValueOrDefault(said) == 0)
                continue;
            stored[said]--;
            found.Add(message.Number);
        }
        return found;
    }

    /// <summary>How many messages of the conversation the target had sent or received up to the compromise.</summary>
    public int HistoryOf => Past(target).Count();

    /// <summary>Who holds the secret that makes access possible; null when the design has no such secret.</summary>
    public Quorum? Holders => play.Moment.Holders;

    /// <summary>How many warrants stand in the public ledger by now, those included that <see cref="ServeWarrant"/> served; null when the design has no
    /// such ledger.</summary>
    public long? LedgerEntries => play.Moment.LedgerEntries;

    /// <summary>What a court gets whose warrant names the target, from the conversation's first message to its last.</summary>
    /// <remarks>It is signed at the moment of the compromise, and served with what was recorded by then; what follows is brought as it is
    /// sent.</remarks>
    public LawfulAccess ServeWarrant()
    {
        ScriptedMessage[] warranted = [.. script.Conversation.Where(message => message.Involves(target))];
        var numbers = warranted.Select(message => message.Number).ToHashSet();
        IDeployment ordered = play.Moment.Fork();
        Warrant warrant = ordered.Court.Issue(target, script.Conversation.Min(message => message.Time), script.Conversation.Max(message => message.Time));
        Transcript carried = Transcript.Until(play.SentAtMoment);
        Interception? interception = ordered.Intercept(warrant, carried);
        var desk = new WarrantDesk(ordered, warrant, numbers.Contains, interception?.Ear);
        desk.Serve([.. carried.Entries.Where(entry => numbers.Contains(entry.Message))]);
        IReadOnlyList<LawfulStep> steps = [.. desk.Steps, .. interception?.Steps ?? []];
        // Where nobody can do anything, nothing comes of waiting.
        if (steps.Count > 0)
            Continuation.PlayOut(ordered, desk);
        int[] read = [.. Judge(desk.Guesses).Recovered.Keys];
        return new()
        {
            Past = read.Count(number => number <= at && numbers.Contains(number)),
            PastOf = numbers.Count(number => number <= at),
            Future = read.Count(number => number > at && numbers.Contains(number)),
            FutureOf = numbers.Count(number => number > at),
            Others = read.Count(number => !numbers.Contains(number)),
            Steps = steps.Count == 0 ? [] : [new("court", "signs the warrant"), .. steps],
        };
    }

    private SessionSeizureView SessionSeizure(string person, Secrets secrets) => new(Transcript, [Moment(secrets).SeizeSessions(person)]);

    /// <summary>Nobody may have spoken but the target: then the first to be spoken to.</summary>
    private string Member => script.Conversation.TakeWhile(message => message.Number <= at).Select(message => message.From).LastOrDefault(from => from != target)
        ?? script.Conversation.SelectMany(message => (IEnumerable<string>)[message.From, .. message.To]).First(person => person != target);

    private IDeployment Moment(Secrets secrets) => secrets == Secrets.Stolen ? play.Moment : unrelated.Value;

    private Transcript TranscriptFor(Secrets secrets) =>
        secrets == Secrets.Stolen ? Transcript : Transcript.WithIdentityKeys(unrelated.Value.IdentityKeys);

    /// <summary>Whoever acts at the compromise has not seen what comes after it.</summary>
    private TView AtTheCompromise<TView>(TView view)
        where TView : View => (TView)view.With(view.Transcript.Until(play.SentAtMoment));

    private Continuation Continuation => new(script, at, Transcript.InFlight);

    private Noticed NoticedAfter(IDeployment copy) =>
        Continuation.Play(copy).Any(delivery => delivery.Failure != DecryptFailure.None) ? Noticed.Automatically : Noticed.No;

    private IEnumerable<ScriptedMessage> Past(string person) =>
        script.Conversation.Where(message => message.Number <= at && message.Involves(person));

    private static string Fingerprint(StoredMessage message) => string.Create(
        CultureInfo.InvariantCulture, $"{message.Time.UtcTicks} {Convert.ToHexString(SHA256.HashData(message.Plaintext.Span))} {message.From}");
}
