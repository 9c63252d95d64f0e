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
        Of("wiretap", (game, secrets) => game.Wiretap(secrets), new ReadTheWire()),
        Of("server-breach", (game, secrets) => game.ServerBreach(secrets), new ReadTheServer()),
        Of(
            "session-seizure",
            (game, secrets) => game.SessionSeizure(secrets),
            new ReadAfterSessionSeizure(),
            new ForgeNextSlot()),
        Of(
            "device-seizure",
            (game, secrets) => game.DeviceSeizure(secrets),
            new ReadAfterDeviceSeizure(),
            new ForgeNextSlot(),
            history: (game, view) => view.Devices.Sum(game.History)),
        Of("escrow-leak", (game, secrets) => game.EscrowLeak(secrets), new ReadWithLeakedAuthorityKey()),
    ];

    /// <summary>Short name, as JSON has it.</summary>
    public string Id { get; }

    /// <summary>Runs the attacks of this compromise, with the stolen secrets and with unrelated ones.</summary>
    public Cell Run(Game game) => run(game);

    private static Compromise Of<TView>(string id, Func<Game, Secrets, TView> view, MessageKeyAttack<TView> attack)
        where TView : View => Of(id, view, attack, attack);

    private static Compromise Of<TView>(
        string id, Func<Game, Secrets, TView> view, IAttack<TView> attack, IForgery<TView> forgery, Func<Game, TView, int>? history = null)
        where TView : View => new(id, game =>
        {
            TView stolen = view(game, Secrets.Stolen);
            TView unrelated = view(game, Secrets.Unrelated);
            var (forged, forgeryNoticed) = game.Judge(forgery, stolen);
            return new()
            {
                Compromise = id,
                Verdict = game.Judge(attack.Run(stolen)),
                History = history?.Invoke(game, stolen) ?? 0,
                Forged = forged,
                ForgeryNoticed = forgeryNoticed,
                Noticed = game.Noticed,
                Control = game.Judge(attack.Run(unrelated)),
                ControlForged = game.Judge(forgery, unrelated).Forged,
            };
        });
}
