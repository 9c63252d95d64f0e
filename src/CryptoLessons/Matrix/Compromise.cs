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
            "a breached server",
            "the provider's memory: whatever it holds of keys, and the messages that wait or are kept there",
            (game, secrets) => game.ServerBreach(secrets),
            [new ReadTheServer(), new ReadTheStore()],
            [new ReadTheServer(), new ReadTheStore()]),
        Of(
            "session-seizure",
            "copied session keys",
            "the target's session states",
            (game, secrets) => game.SessionSeizure(secrets),
            [new ReadAfterSessionSeizure(), new ReadWithPhoneKeys()],
            [new ForgeNextSlot(), new Hijack(), new ForgeInGroups(), new ReadWithPhoneKeys()]),
        Of(
            "device-seizure",
            "a seized phone",
            "the target's whole phone: sessions, identity key, prekeys, and what the app has stored",
            (game, secrets) => game.DeviceSeizure(secrets),
            [new ReadAfterDeviceSeizure(), new ReadWithPhoneKeys()],
            [new ForgeNextSlot(), new Hijack(), new ForgeInGroups(), new ImpersonateTheOwner(), new ImpersonateToTheOwner(), new ReadWithPhoneKeys()],
            history: (game, view) => view.Devices.SelectMany(game.History)),
        Of(
            "device-seizure-active",
            "a seized phone and a place on the wire",
            "the target's whole phone, and every envelope passes through the thief's hands from then on",
            (game, secrets) => game.DeviceSeizure(secrets),
            [new ReadAfterDeviceSeizure(), new ReadWithPhoneKeys()],
            [new ForgeNextSlot(), new Hijack(), new ForgeInGroups(), new ImpersonateTheOwner(), new ImpersonateToTheOwner(), new ReadWithPhoneKeys()],
            [new ManInTheMiddle()],
            (game, view) => view.Devices.SelectMany(game.History)),
        Of(
            "member-seizure",
            "another member's copied session keys",
            "the session states of the participant, other than the target, who spoke last",
            (game, secrets) => game.MemberSeizure(secrets),
            [new ReadAfterSessionSeizure(), new ReadWithPhoneKeys()],
            [new ForgeNextSlot(), new Hijack(), new ForgeInGroups(), new ReadWithPhoneKeys()]),
        Access("escrow-leak", "a leaked access key", "the design's access secret", AccessSecret.Escrow),
        Access("one-share", "one leaked share", "the smallest part of the access secret that anybody holds alone", AccessSecret.OneShare),
        Access("judge-and-key", "the judge's and the agency's keys", "the design's access secret, and what the judge holds of it", AccessSecret.JudgeAndKey),
        Access("directory-control", "a taken directory", "the key that signs the provider's directory, and a place on the wire", AccessSecret.Directory),
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

    private static Compromise Access(string id, string title, string loot, AccessSecret secret) => Of(
        id,
        title,
        $"{loot}; where there is none, a fresh key that belongs to nobody",
        (game, secrets) => game.Leak(secret, secrets),
        AccessAttacks.OnTheRecord,
        AccessAttacks.Forgeries,
        AccessAttacks.OnTheWire);

    private static Compromise Of<TView>(
        string id,
        string title,
        string loot,
        Func<Game, Secrets, TView> view,
        IReadOnlyList<IAttack<TView>> attacks,
        IReadOnlyList<IForgery<TView>> forgeries,
        IReadOnlyList<IActiveAttack<TView>>? active = null,
        Func<Game, TView, IEnumerable<int>>? history = null)
        where TView : View
    {
        attacks = [.. attacks, AccessAttacks.Postcards, AccessAttacks.ShortKeys];
        forgeries = [.. forgeries, AccessAttacks.Postcards, AccessAttacks.ShortKeys];
        return new(id, title, loot, game =>
        {
            TView stolen = view(game, Secrets.Stolen);
            // What needs no secret is held against a design that has one.
            Game other = game.Control ?? game;
            TView unrelated = view(other, Secrets.Unrelated);
            var (forged, forgeryNoticed) = game.Forge(forgeries, stolen);
            var (verdict, noticed, noticedAfter) = Read(game, attacks, active ?? [], stolen);
            return new()
            {
                Compromise = id,
                Verdict = verdict,
                Stored = (history?.Invoke(game, stolen) ?? []).ToHashSet(),
                Forged = forged,
                ForgeryNoticed = forgeryNoticed,
                Noticed = noticed,
                NoticedAfter = noticedAfter,
                Control = Read(other, attacks, active ?? [], unrelated).Verdict,
                ControlForged = other.Forge(forgeries, unrelated).Forged,
            };
        });
    }

    /// <summary>One adversary tries everything that changes nothing, and then, each on a play of its own, everything that does; what read most counts.</summary>
    private static (Verdict Verdict, Noticed Noticed, int? NoticedAfter) Read<TView>(
        Game game, IReadOnlyList<IAttack<TView>> attacks, IReadOnlyList<IActiveAttack<TView>> active, TView view)
        where TView : View
    {
        var best = (Verdict: game.Read(attacks, view), game.Noticed, NoticedAfter: (int?)null);
        foreach (IActiveAttack<TView> attack in active)
            if (game.TryPlayOn(attack, view) is { } played && played.Reading.Recovered.Count >= best.Verdict.Recovered.Count)
                best = (played.Reading, played.Noticed, played.FirstDetected);
        return best;
    }
}
