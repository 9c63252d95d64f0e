using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Adversary;

/// <summary>A game on a conversation that is too long to be held: played window by window; each is read, judged and forgotten.</summary>
/// <remarks>
/// It has one compromise, the leak of the design's access secret at a time. What was sent before is played twice from the same seed: the first
/// time to come to what leaks, the second to be read with it. So memory does not grow with the number of messages.
/// </remarks>
public sealed class StreamedGame
{
    private const int Window = 64;

    private readonly Func<SeededRandom, IDeployment> deploy;
    private readonly IEnumerable<ScriptedMessage> messages;
    private readonly DateTimeOffset leak;
    private readonly string target;
    private readonly SeededRandom random;

    /// <summary>Prepares a game; nothing is played yet.</summary>
    /// <param name="deploy">Makes a deployment of the design in which the messages' people have devices; called for each play.</param>
    /// <param name="messages">What is said, in order of time and numbers from 1; gone through for each play, the same each time.</param>
    /// <param name="leak">When the secret leaks: what was sent before is past, the rest future.</param>
    /// <param name="target">Whom the thief is after, where one has to be named, and whom the warrant names.</param>
    /// <param name="random">The seed's stream.</param>
    /// <param name="clock">Measures what playing and reading cost; the system's when left out.</param>
    public StreamedGame(
        Func<SeededRandom, IDeployment> deploy,
        IEnumerable<ScriptedMessage> messages,
        DateTimeOffset leak,
        string target,
        SeededRandom random,
        TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(deploy);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(random);
        (this.deploy, this.messages, this.leak, this.target, this.random) = (deploy, messages, leak, target, random);
        (Playing, Reading) = (new(clock ?? TimeProvider.System), new(clock ?? TimeProvider.System));
    }

    /// <summary>What playing cost: sending, and opening at the other end.</summary>
    public Effort Playing { get; }

    /// <summary>What it cost the thief to try everything that leaves the wire as it is.</summary>
    public Effort Reading { get; }

    /// <summary>The thief reads the record with the secret, and may act on the wire from the leak on; of several ways to act, the best counts.</summary>
    /// <param name="attacks">What changes nothing.</param>
    /// <param name="active">What takes a place on the wire, each on a play of its own.</param>
    /// <param name="secrets">Unrelated ones for the control, in which nothing may be read.</param>
    public StreamedVerdict Run(
        IReadOnlyList<IAttack<EscrowLeakView>> attacks, IReadOnlyList<IActiveAttack<EscrowLeakView>> active, Secrets secrets = Secrets.Stolen)
    {
        ArgumentNullException.ThrowIfNull(attacks);
        ArgumentNullException.ThrowIfNull(active);
        attacks = [.. attacks.Select(attack => attack.PartByPart())];
        var (moment, last) = AtTheLeak(random.Child("deployment"));
        EscrowLoot loot = (secrets == Secrets.Stolen ? moment : AtTheLeak(random.Child("unrelated deployment")).Moment).Leak(AccessSecret.Escrow)
            ?? new AuthorityKeyLoot(DhKeyPair.Generate(random.Child("nobody's authority")));
        EscrowLeakView View(IDeployment played, IReadOnlyList<TranscriptEntry> entries) => new(Record(moment, entries, played), loot, target);

        StreamedTally Read(IDeployment deployment, IEnumerable<ScriptedMessage> said)
        {
            var read = new StreamedTally();
            foreach (var (window, entries) in Play(deployment, said))
                read.Judge(window, Reading.Measure<Guess[]>(
                    window.Length,
                    () => [.. attacks.SelectMany(attack => attack.Run(View(deployment, entries))).DistinctBy(guess => guess.Message)]));
            return read;
        }

        StreamedTally past = Read(deploy(random.Child("deployment")), Past), future = Read(moment.Fork(), Future);
        bool acted = false;
        foreach (IActiveAttack<EscrowLeakView> attack in active)
        {
            if (attack.Begin(View(moment, last)) is not { } interceptor)
                continue;
            // What it reads of what went before is counted from the record.
            interceptor.Forget();
            var read = new StreamedTally();
            foreach (var (window, _) in Play(moment.Fork(), Future, interceptor))
                read.Judge(window, interceptor.Guesses);
            if (read.Right > future.Right)
                (future, acted) = (read, true);
        }
        return new(past.Right, past.Of, future.Right, future.Of, past.Wrong + future.Wrong, past.Exposed.Union(future.Exposed).ToHashSet(), acted);
    }

    /// <summary>What a court gets whose warrant names the target, from the first message to the last.</summary>
    /// <remarks>It is signed at the leak, and served with what was recorded by then; whatever follows is brought as it is sent.</remarks>
    /// <returns>How many messages were opened, of how many that the target sent or received.</returns>
    public (long Opened, long Of) ServeWarrant()
    {
        var (moment, last) = AtTheLeak(random.Child("deployment"));
        Warrant warrant = moment.Court.Issue(target, messages.First().Time, messages.Last().Time);
        // Whoever opens a message sees whether the warrant covers it.
        var desk = new WarrantDesk(moment, warrant, _ => true, moment.Intercept(warrant, Record(moment, last, moment))?.Ear);
        var served = new StreamedTally();
        foreach (var (window, entries) in Play(deploy(random.Child("deployment")), Past))
        {
            desk.Serve(entries);
            served.Judge(Named(window), desk.Guesses);
            desk.Forget();
        }
        foreach (var (window, _) in Play(moment, Future, desk))
            served.Judge(Named(window), desk.Guesses);
        return (served.Right, served.Of);
    }

    private ScriptedMessage[] Named(ScriptedMessage[] window) => [.. window.Where(message => message.Involves(target))];

    private IEnumerable<ScriptedMessage> Past => messages.TakeWhile(message => message.Time < leak);

    private IEnumerable<ScriptedMessage> Future => messages.SkipWhile(message => message.Time < leak);

    private static Transcript Record(IDeployment moment, IReadOnlyList<TranscriptEntry> entries, IDeployment played) =>
        new(entries, moment.IdentityKeys, [], moment.Directory, moment.Profile) { HandedOut = played.HandedOut, Sold = moment.Sold };

    /// <summary>Plays to come to the leak.</summary>
    /// <returns>The deployment as it then is, and the last window of what the wire had carried.</returns>
    private (IDeployment Moment, IReadOnlyList<TranscriptEntry> Last) AtTheLeak(SeededRandom stream)
    {
        IDeployment deployment = deploy(stream);
        IReadOnlyList<TranscriptEntry> last = Play(deployment, Past).LastOrDefault().Entries ?? [];
        deployment.Wait(leak);
        return (deployment, last);
    }

    /// <summary>Plays, window by window; after each, what was kept of it is deleted.</summary>
    private IEnumerable<(ScriptedMessage[] Window, IReadOnlyList<TranscriptEntry> Entries)> Play(
        IDeployment deployment, IEnumerable<ScriptedMessage> said, IInterceptor? interceptor = null)
    {
        deployment.Tap(interceptor);
        foreach (ScriptedMessage[] window in said.Chunk(Window))
        {
            yield return (window, Playing.Measure(window.Length, () => Play(deployment, window, interceptor)));
            deployment.Forget();
            interceptor?.Forget();
        }
    }

    private static List<TranscriptEntry> Play(IDeployment deployment, ScriptedMessage[] window, IInterceptor? interceptor)
    {
        var entries = new List<TranscriptEntry>();
        foreach (ScriptedMessage message in window)
            foreach (var envelope in deployment.Send(message))
            {
                var sent = new TranscriptEntry(message.Number, envelope);
                entries.Add(sent);
                foreach (TranscriptEntry passed in interceptor?.Intercept(sent) ?? [sent])
                    deployment.Deliver(passed.Envelope, out _);
            }
        return entries;
    }
}
