using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>Orders come to a provider's desk in the midst of a play: what is handed over, and what became of everybody's figures.</summary>
/// <param name="Visit">What the desks said to everybody who came.</param>
/// <param name="Strict">What is handed over of the target where messages are encrypted from end to end.</param>
/// <param name="Readable">What is handed over where the provider reads what it carries.</param>
/// <param name="Sent">How many messages the target had sent or received by then.</param>
/// <param name="Disclosing">Strict's row with the orders and requests served, beside strict's without.</param>
/// <param name="Weakened">Designs in which the app was changed instead, beside strict.</param>
public sealed record OrderStudy(
    DeskVisit Visit,
    Disclosure Strict,
    Disclosure Readable,
    int Sent,
    CellComparison Disclosing,
    IReadOnlyList<WeakenedDesign> Weakened)
{
    private const string Honest = "strict", ReadsAll = "transport-only", Leak = "escrow-leak";

    // In these the app itself is changed, so that there is something to hand over.
    private static readonly string[] Changed = ["compelled-update", "notice"];

    private static readonly string[] Designs = [Honest, ReadsAll, .. Changed];

    /// <summary>Serves orders about one person at one message of a conversation, and compares rows of the matrix.</summary>
    /// <param name="conversation">At least two people and two messages.</param>
    /// <param name="at">Number of the message at which the orders come, from 1.</param>
    /// <param name="target">Whom they name.</param>
    /// <param name="seed">The seed of everything.</param>
    public static OrderStudy Run(Conversation conversation, int at, string target, long seed = MatrixRequest.DefaultSeed) =>
        Run(MatrixRunner.Run(new(conversation, at, target, seed, [.. Designs.Select(Design.Named)])));

    /// <summary>Serves orders at the message of the compromise, and compares rows of the matrix.</summary>
    /// <param name="matrix">A run in which strict, compelled-update and notice are.</param>
    public static OrderStudy Run(MatrixResult matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        MatrixRequest request = matrix.Request;
        DesignResult before = Row(matrix, Honest);
        DeskVisit? visit = null;
        Design withDesk = before.Design with
        {
            Deployed = (script, random, _) => Attended(before.Design, script, random, request.At, (provider, requests) =>
            {
                string other = script.People.First(person => person != request.Target);
                // The control of the matrix plays the same messenger once more, with keys of its own: the first visit counts.
                var paid = DeskVisit.Pay(provider, requests, request.Target, other, script.ByNumber[request.At].Time);
                visit ??= paid;
            }),
        };
        DesignResult after = MatrixRunner.Run(request with { Designs = [withDesk] }).Designs[0];
        return new(
            visit!,
            Disclosed(matrix, Honest),
            Disclosed(matrix, ReadsAll),
            matrix.Script.Conversation.Count(message => message.Number <= request.At && message.Involves(request.Target)),
            CellComparison.Compare(before, after),
            [.. Changed.Select(design => Weaken(matrix, before, Row(matrix, design)))]);
    }

    /// <summary>What a desk hands over of the target, served at the message of the compromise, under some design.</summary>
    internal static Disclosure Disclosed(MatrixResult matrix, string design)
    {
        MatrixRequest request = matrix.Request;
        Disclosure? disclosure = null;
        DateTimeOffset now = matrix.Script.ByNumber[request.At].Time;
        BesideDeployment deployment = Attended(
            Design.Named(design),
            matrix.Script,
            new SeededRandom(request.Seed).Child("deployment"),
            request.At,
            (provider, requests) => disclosure = provider.Desk.Serve(requests.Order(request.Target, now)).Disclosure);
        foreach (ScriptedMessage message in matrix.Script.Messages.TakeWhile(_ => disclosure is null))
            foreach (var envelope in deployment.Send(message))
                // What was in flight when the order came, waits.
                if (disclosure is null)
                    deployment.Deliver(envelope, out _);
        return disclosure!;
    }

    /// <summary>A design in operation whose provider has its desks open at one message.</summary>
    private static BesideDeployment Attended(Design design, Script script, SeededRandom random, int at, Action<Provider, Requests> visit)
    {
        IDeployment deployment = design.Deploy(script, random);
        var requests = new Requests(random.Child("desk"));
        var provider = new Provider(deployment, script.People, requests.Courts, requests.Forces, TimeSpan.Zero);
        return new(deployment, (message, sent) =>
        {
            provider.PassesOn(message, sent);
            if (message.Number == at)
                visit(provider, requests);
        });
    }

    private static WeakenedDesign Weaken(MatrixResult matrix, DesignResult strict, DesignResult weakened)
    {
        Cell leak = weakened.Cells.Single(cell => cell.Compromise == Leak);
        string target = matrix.Request.Target;
        return new(
            weakened.Design.Id,
            CellComparison.Compare(strict, weakened),
            leak.Verdict.Recovered.Keys.Select(number => matrix.Script.ByNumber[number].From).Distinct().Count(person => person != target),
            matrix.Script.People.Count(person => person != target));
    }

    private static DesignResult Row(MatrixResult matrix, string design) => matrix.Designs.Single(row => row.Design.Id == design);
}
