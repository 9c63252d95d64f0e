using System.Globalization;
using CryptoLessons.Claims;
using CryptoLessons.Matrix;

namespace CryptoLessons.Reports;

/// <summary>Every claim of the debate with its designs, its commands and its figures, as a page: what docs/claims.md holds.</summary>
public static class ClaimsMarkdown
{
    private static readonly string[] Head = ["id", "kind", "said by", "claim"];

    /// <summary>The page; the same for the same run on every machine.</summary>
    /// <param name="result">A run of all designs.</param>
    public static string Write(MatrixResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var page = new Markdown();
        WriteOpening(page, result);
        page.Heading(2, "Where reports contradict each other, or themselves");
        foreach (Contradiction contradiction in Contradiction.All)
            Write(page, contradiction, result);
        page.Heading(2, "What code can execute");
        foreach (Claim claim in With(ClaimStatus.Executable))
            Write(page, claim, result);
        page.Heading(2, "Not executable")
            .Table([[.. Head, "why"], .. With(ClaimStatus.NotExecutable).Select(claim => (string[])[.. Start(claim), claim.Remark])]);
        return page.ToString();
    }

    private static void WriteOpening(Markdown page, MatrixResult result)
    {
        MatrixRequest request = result.Request;
        page.Heading(1, "Claims")
            .Paragraph("What five press reports of 2017 say about encrypted messages and access to them, in our own words, and what happens "
                + "when it is run. Every figure was computed; none is typed. A figure is no verdict: what a design delivers to a warrant stands "
                + "beside what one compromise costs, and the reader weighs.")
            .Table([["", "published by", "date"], .. PressReport.All.Select(report => (string[])[report.Id, report.Paper, report.Date])])
            .Paragraph($"Figures of the matrix are of {Markdown.Foreign(request.Conversation.Source)}: "
                + $"{DifferenceMarkdown.Count(request.Conversation.Messages.Count, "message")}, "
                + Text($"beside {result.Bystanders} of bystanders; the compromise happens at message {request.At}, ")
                + $"and the warrant names {Markdown.Foreign(request.Target)} alone. People: those who wrote what was read. "
                + "Noticed: whether the people could know of the reading. No attack in this repository reads more than is shown.")
            .Paragraph("`cryptolessons` stands for `dotnet run --project src/CryptoLessons.Cli --`. "
                + "This page is made by `UPDATE_DOCS=1 dotnet test --filter FullyQualifiedName~ClaimsTests`.");
    }

    private static void Write(Markdown page, Contradiction contradiction, MatrixResult result) => page
        .Heading(3, contradiction.Question)
        .Table(
        [
            ["who", "says", "measured", "figure"],
            .. contradiction.Sides.Select(side => (string[])[side.Source, side.Says, side.Figure?.What ?? "", side.Figure?.Compute(result) ?? ""]),
        ])
        .Paragraph($"{contradiction.Remark} ({string.Join(", ", contradiction.Claims)})");

    private static void Write(Markdown page, Claim claim, MatrixResult result)
    {
        page.Heading(3, claim.Id)
            .Paragraph($"**{claim.Statement}** ({Kind(claim)}; {string.Join(", ", claim.Reports)})")
            .Paragraph(claim.Remark);
        if (claim.Cases.Count > 0)
            page.Table(
            [
                [
                    "design", "a warrant opened", "compromise", Text($"past of {result.Request.At}"),
                    Text($"future of {result.Request.Conversation.Messages.Count - result.Request.At}"),
                    Text($"bystanders of {result.Bystanders}"), "stored", Text($"people of {result.Script.People.Count}"), "forged", "noticed",
                ],
                .. claim.Cases.Select(place => Row(place, result)),
            ]);
        if (claim.Figures.Count > 0)
            page.List(claim.Figures.Select(figure => $"{figure.What}: **{figure.Compute(result)}**"));
        page.Block("", claim.Commands);
    }

    private static string[] Row(ClaimCase place, MatrixResult result)
    {
        DesignResult row = MatrixFigures.Row(result, place.Design);
        Cell cell = MatrixFigures.Cell(result, place.Design, place.Compromise);
        return
        [
            $"`{place.Design}`", MatrixFigures.WarrantOf(row), place.Compromise,
            Text($"{cell.Verdict.Past}"), Text($"{cell.Verdict.Future}"), Text($"{cell.Verdict.Bystanders}"), Text($"{cell.History}"),
            Text($"{MatrixFigures.People(result, cell)}"), MatrixJson.Name(cell.Forged), MatrixJson.Name(cell.Noticed),
        ];
    }

    private static IEnumerable<Claim> With(ClaimStatus status) => Claim.All.Where(claim => claim.Status == status);

    private static string[] Start(Claim claim) => [claim.Id, Kind(claim), string.Join(", ", claim.Reports), claim.Statement];

    private static string Commands(Claim claim) => string.Join("; ", claim.Commands.Select(command => $"`{command}`"));

    private static string Kind(Claim claim) => claim.Kind switch
    {
        ClaimKind.System => "system",
        ClaimKind.Mechanism => "mechanism",
        ClaimKind.Power => "legal power",
        ClaimKind.Event => "event",
        ClaimKind.Fact => "claim of fact",
        ClaimKind.Argument => "argument",
        _ => throw new ArgumentOutOfRangeException(nameof(claim), claim.Kind, null),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
