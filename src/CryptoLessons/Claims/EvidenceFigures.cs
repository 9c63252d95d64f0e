using System.Globalization;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.WithoutABackDoor;

namespace CryptoLessons.Claims;

/// <summary>Figures about what an investigator gets without any way in: computed by the studies that belong to a run.</summary>
internal static class EvidenceFigures
{
    /// <summary>To whom the last message went, by a log.</summary>
    public static ClaimFigure WroteTo(string log, Func<MetadataStudy, LogAnswers> answers) => Metadata(
        $"to whom somebody had written last, by {log}", study => $"{Answer(answers(study).WroteTo)} (it was {study.WroteTo})");

    /// <summary>The contact graph, by a log.</summary>
    public static ClaimFigure Contacts(string log, Func<MetadataStudy, LogAnswers> answers) => Metadata(
        $"who wrote to whom, by {log}",
        study => answers(study).Contacts is var (right, found, all) ? Text($"{right} of {all} contacts, and {found - right} that are none") : "");

    /// <summary>Senders guessed from the times.</summary>
    public static ClaimFigure Timing { get; } = Metadata(
        "senders of sealed messages, guessed from the times; and with the times dealt out anew",
        study => Text($"{study.Timing.Right} of {study.Timing.Messages}, and {study.TimingControl.Right}"));

    /// <summary>Texts that stand in a log.</summary>
    public static ClaimFigure TextsInLogs { get; } = Metadata(
        "messages that can be read in the log, of all that it lists", study => Text($"{study.Plain.TextsInTheLog} of {study.Messages}"));

    /// <summary>Last seen, before the moment.</summary>
    public static ClaimFigure LastSeen { get; } = Metadata(
        "how long before the moment the phone was last seen, by any contact who looks",
        study => study.Plain.LastSeen is { } seen ? Text($"{(study.Moment - seen).TotalMinutes:0.#} minutes") : "never");

    /// <summary>What a contact learns who looks again and again.</summary>
    public static ClaimFigure Watched { get; } = Metadata(
        "moments at which a phone was connected, learnt by a contact who looks once a minute and has no key",
        study => Text($"{study.Plain.Watched} of {study.Connections}"));

    /// <summary>Texts that a desk hands over.</summary>
    public static ClaimFigure Texts(string design, Func<OrderStudy, Disclosure> disclosure) => Orders(
        $"texts that the desk hands over under an order, under `{design}`", study => Text($"{disclosure(study).Plaintexts.Count} of {study.Sent}"));

    /// <summary>Lines of a log that a desk hands over.</summary>
    public static ClaimFigure Lines { get; } = Orders(
        "messages of which the desk hands over with whom, when and how much, under `strict`",
        study => Text($"{study.Strict.Deliveries.Count} of {study.Sent}"));

    /// <summary>What waits, encrypted.</summary>
    public static ClaimFigure Queued { get; } = Orders(
        "messages that wait and are handed over as they were encrypted, under `strict`", study => Text($"{study.Strict.Queued.Count}"));

    /// <summary>Orders that a desk answers.</summary>
    public static ClaimFigure Answered { get; } = Orders(
        "orders that the desk answers, of those that are served, all but one of them bad",
        study => Text($"{study.Visit.Orders.Count(order => order.Refusal is null)} of {study.Visit.Orders.Count}"));

    /// <summary>What a desk says to a court abroad.</summary>
    public static ClaimFigure Abroad { get; } = Orders(
        "orders of a court abroad, genuinely signed, that a provider's desk answers",
        study => study.Visit.Orders.Where(order => order.What == Requests.Abroad).ToArray() is var abroad
            ? Text($"{abroad.Count(order => order.Refusal is null)} of {abroad.Length}")
            : "");

    /// <summary>Emergency requests, genuine and forged.</summary>
    public static ClaimFigure Emergencies(string desk, Func<DeskVisit, IReadOnlyList<DeskCase>> cases) => Orders(
        $"emergency requests that {desk} answers",
        study => string.Join(", ", cases(study.Visit).Select(one => $"{one.What}: {(one.Refusal is null ? "yes" : "no")}")));

    /// <summary>Everybody's figures after a disclosure.</summary>
    public static ClaimFigure Unchanged { get; } = Orders(
        "cells of `strict` that are the same after orders were answered, and bytes on the wire", study => Compared(study.Disclosing));

    /// <summary>Everybody's figures after an app was changed.</summary>
    public static ClaimFigure Weakened(string design) => Orders(
        $"people other than the target whose messages a leak then reads, under `{design}`",
        study => study.Weakened.Single(one => one.Design == design) is var weakened ? Text($"{weakened.OthersExposed} of {weakened.Others}") : "");

    /// <summary>What a desk delivers before the end.</summary>
    public static ClaimFigure BeforeTheEnd { get; } = Timeline(
        "what a desk delivers before the event is over, and after it, where the provider reads what it carries",
        study => Text($"{(study.Readable.InTime ? study.Readable.Texts : 0)} and {study.Readable.Texts} texts, ")
            + Text($"{(study.Readable.At - study.Asked).TotalMinutes} minutes after it is asked"));

    /// <summary>How fast a desk would have to be.</summary>
    public static ClaimFigure Needed { get; } = Timeline(
        "within how much time it would have to answer that is asked when the event begins", study => Text($"{study.Needed.TotalSeconds} seconds"));

    /// <summary>What a machine reads.</summary>
    public static ClaimFigure Machine { get; } = Timeline(
        "what a machine reads to know of the last message in time, under `message-key-escrow`",
        study => Text($"{study.Read} of {study.Messages} messages of {study.PeopleRead} of {study.People} people ")
            + Text($"in {study.Watched.TotalMinutes:F0} minutes, the last one ")
            + (study.LastRead ? Text($"{(study.Begins - study.LastMessage).TotalSeconds} seconds before") : "not"));

    /// <summary>Public posts that are found.</summary>
    public static ClaimFigure Posts { get; } = Public(
        "listed posts that a public site finds on its own server; listed pictures that were changed; posts that nobody listed",
        study => Text($"{study.Found} of {study.Listed}; {study.AlteredFound} of {study.Altered}; ")
            + Text($"{study.FalseAlarms} of {study.Posts - study.Listed - study.Altered}"));

    /// <summary>The messenger beside it.</summary>
    public static ClaimFigure Messenger { get; } = Public(
        "cells of `strict` that are the same with the site beside it, and bytes on the wire", study => Compared(study.Messenger));

    /// <summary>The same scanner on phones.</summary>
    public static ClaimFigure OnPhones { get; } = Public(
        "the same with the scanner on the phones", study => Compared(study.OnPhones));

    /// <summary>The ledger, line by line.</summary>
    public static IReadOnlyList<ClaimFigure> Ledger { get; } =
    [
        .. EvidenceRoute.All.Select(route => new ClaimFigure(
            $"{route.Way}: {route.What}", result => route.Count(Evidence.Of(result)) is var (got, of) ? Text($"{got} of {of}") : "")),
    ];

    private static ClaimFigure Metadata(string what, Func<MetadataStudy, string> figure) =>
        new(what, result => figure(Evidence.Of(result).Metadata));

    private static ClaimFigure Orders(string what, Func<OrderStudy, string> figure) => new(what, result => figure(Evidence.Of(result).Orders));

    private static ClaimFigure Timeline(string what, Func<TimelineStudy, string> figure) =>
        new(what, result => figure(Evidence.Of(result).Timeline));

    private static ClaimFigure Public(string what, Func<PublicContentStudy, string> figure) =>
        new(what, result => figure(Evidence.Of(result).PublicContent));

    private static string Compared(CellComparison rows) => Text($"{rows.Same} of {rows.Of}, ") + (rows.SameBytes ? "the same bytes" : "other bytes");

    private static string Answer(IReadOnlyList<string> names) => names.Count == 0 ? "no answer" : string.Join(", ", names);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
