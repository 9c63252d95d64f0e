using CryptoLessons.Adversary;
using CryptoLessons.Attacks;

namespace CryptoLessons.Matrix;

/// <summary>One kind of compromise: what the adversary then holds, and the attacks to be tried with it.</summary>
public sealed class Compromise
{
    private readonly Func<Game, Cell> run;

    private Compromise(string id, Func<Game, Cell> run) => (Id, this.run) = (id, run);

    /// <summary>Every compromise, in the order in which reports show them.</summary>
    public static IReadOnlyList<Compromise> All { get; } =
    [
        Of("wiretap", (game, secrets) => game.Wiretap(secrets), [new ReadTheWire()], [new ReadTheWire()]),
        Of("server-breach", (game, secrets) => game.ServerBreach(secrets), [new ReadTheServer()], [new ReadTheServer()]),
        Of(
            "session-seizure",
            (game, secrets) => game.SessionSeizure(secrets),
            [new ReadAfterSessionSeizure()],
            [new ForgeNextSlot(), new Hijack()]),
        Of(
            "device-seizure",
            (game, secrets) => game.DeviceSeizure(secrets),
            [new ReadAfterDeviceSeizure()],
            [new ForgeNextSlot(), new Hijack(), new ImpersonateTheOwner(), new ImpersonateToTheOwner()],
            history: (game, view) => view.Devices.Sum(game.History)),
        Of(
            "escrow-leak",
            (game, secrets) => game.EscrowLeak(secrets),
            [new ReadWithLeakedMessageKeys(), new ReadWithLeakedContentKeys(), new ReadWithLeakedSessionSecrets()],
            [new ReadWithLeakedMessageKeys(), new ReadWithLeakedContentKeys(), new ReadWithLeakedSessionSecrets()]),
    ];

    /// <summary>Short name, as JSON has it.</summary>
    public string Id { get; }

    /// <summary>Runs the attacks of this compromise, with the stolen secrets and with unrelated ones.</summary>
    public Cell Run(Game game) => run(game);

    private static Compromise Of<TView>(
        string id,
        Func<Game, Secrets, TView> view,
        IReadOnlyList<IAttack<TView>> attacks,
        IReadOnlyList<IForgery<TView>> forgeries,
        Func<Game, TView, int>? history = null)
        where TView : View => new(id, game =>
        {
            TView stolen = view(game, Secrets.Stolen);
            TView unrelated = view(game, Secrets.Unrelated);
            var (forged, forgeryNoticed) = game.Judge(forgeries, stolen);
            return new()
            {
                Compromise = id,
                Verdict = game.Judge(Guesses(attacks, stolen)),
                History = history?.Invoke(game, stolen) ?? 0,
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
