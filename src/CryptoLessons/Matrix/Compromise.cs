using CryptoLessons.Adversary;
using CryptoLessons.Attacks;

namespace CryptoLessons.Matrix;

/// <summary>One kind of compromise: what the adversary then holds, and the attacks to be tried with it.</summary>
public sealed class Compromise
{
    private readonly Func<Game, Cell> run;

    private Compromise(string id, string title, string loot, Func<Game, Cell> run) => (Id, Title, Loot, this.run) = (id, title, loot, run);

    /// <summary>Every compromise, in the order in which reports show them.</summary>
    public static IReadOnlyList<Compromise> All { get; } =
    [
        Of("wiretap", "a tap on the wire", "nothing more", (game, secrets) => game.Wiretap(secrets), [new ReadTheWire()], [new ReadTheWire()]),
        Of(
            "server-breach",
            "a breached relay",
            "the relay server's memory: prekey bundles and queued envelopes",
            (game, secrets) => game.ServerBreach(secrets),
            [new ReadTheServer()],
            [new ReadTheServer()]),
        Of(
            "session-seizure",
            "copied session keys",
            "the target's session states",
            (game, secrets) => game.SessionSeizure(secrets),
            [new ReadAfterSessionSeizure()],
            [new ForgeNextSlot(), new Hijack()]),
        Of(
            "device-seizure",
            "a seized phone",
            "the target's whole phone: sessions, identity key, prekeys, and what the app has stored",
            (game, secrets) => game.DeviceSeizure(secrets),
            [new ReadAfterDeviceSeizure()],
            [new ForgeNextSlot(), new Hijack(), new ImpersonateTheOwner(), new ImpersonateToTheOwner()],
            history: (game, view) => view.Devices.SelectMany(game.History)),
        Of(
            "escrow-leak",
            "a leaked access key",
            "the design's access secret; where there is none, a fresh key that belongs to nobody",
            (game, secrets) => game.EscrowLeak(secrets),
            [new ReadWithLeakedMessageKeys(), new ReadWithLeakedContentKeys(), new ReadWithLeakedSessionSecrets()],
            [new ReadWithLeakedMessageKeys(), new ReadWithLeakedContentKeys(), new ReadWithLeakedSessionSecrets()]),
    ];

    /// <summary>Short name, as JSON has it.</summary>
    public string Id { get; }

    /// <summary>What happened, as it stands in a sentence.</summary>
    public string Title { get; }

    /// <summary>What the adversary holds besides all that ever went over the wire.</summary>
    public string Loot { get; }

    /// <summary>The compromise of that name; null when there is none.</summary>
    public static Compromise? Find(string id) => All.FirstOrDefault(compromise => compromise.Id == id);

    /// <summary>Runs the attacks of this compromise, with the stolen secrets and with unrelated ones.</summary>
    public Cell Run(Game game) => run(game);

    private static Compromise Of<TView>(
        string id,
        string title,
        string loot,
        Func<Game, Secrets, TView> view,
        IReadOnlyList<IAttack<TView>> attacks,
        IReadOnlyList<IForgery<TView>> forgeries,
        Func<Game, TView, IEnumerable<int>>? history = null)
        where TView : View => new(id, title, loot, game =>
        {
            TView stolen = view(game, Secrets.Stolen);
            TView unrelated = view(game, Secrets.Unrelated);
            var (forged, forgeryNoticed) = game.Judge(forgeries, stolen);
            return new()
            {
                Compromise = id,
                Verdict = game.Judge(Guesses(attacks, stolen)),
                Stored = (history?.Invoke(game, stolen) ?? []).ToHashSet(),
                Forged = forged,
                ForgeryNoticed = forgeryNoticed,
                Noticed = game.Noticed,
                Control = game.Judge(Guesses(attacks, unrelated)),
                ControlForged = game.Judge(forgeries, unrelated).Forged,
            };
        });

    /// <summary>One adversary tries everything: of several right readings of a message, the first counts.</summary>
    private static IEnumerable<Guess> Guesses<TView>(IReadOnlyList<IAttack<TView>> attacks, TView view)
        where TView : View => attacks.SelectMany(attack => attack.Run(view)).DistinctBy(guess => guess.Message);
}
