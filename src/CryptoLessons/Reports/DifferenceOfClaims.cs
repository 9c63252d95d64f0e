using System.Globalization;
using CryptoLessons.Claims;
using CryptoLessons.Designs;
using CryptoLessons.Differences;
using CryptoLessons.Matrix;

namespace CryptoLessons.Reports;

/// <summary>Which attacks succeed against two designs, as Markdown.</summary>
internal static class DifferenceOfClaims
{
    public static void Write(Markdown page, ClaimsDifference claims, MatrixResult result)
    {
        MatrixRequest request = result.Request;
        var (a, b) = (claims.A.Design, claims.B.Design);
        string target = Markdown.Foreign(request.Target);
        int different = claims.Compromises.Count(compromise => compromise.Differs), all = claims.Compromises.Count;
        page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"The compromise happens at message {request.At}; the target is {target}. ")
                + $"Each figure counts messages that were really decrypted, first in `{a.Id}`, then in `{b.Id}`. "
                + $"The rows that differ are marked: {different} of {all}.")
            .Table([Headings(result, claims), .. claims.Compromises.Select(Row)])
            .Paragraph($"Control: with unrelated secrets the same attacks read {DifferenceMarkdown.Count(claims.Control, "message")}, and forged in "
                + $"{DifferenceMarkdown.Count(claims.ControlForged, "row")}.");
        if (Derivations(claims).ToArray() is { Length: > 0 } derivations)
            page.Paragraph("What only one of them let the adversary read, for example:").List(derivations);
        WriteCosts(page, claims, target);
        WriteClaims(page, claims, a, b);
    }

    private static string[] Headings(MatrixResult result, ClaimsDifference claims)
    {
        int at = result.Request.At, length = result.Request.Conversation.Messages.Count;
        return
        [
            "", "compromise",
            .. ((FormattableString[])[
                $"past of {at}", $"future of {length - at}", $"bystanders of {result.Bystanders}", $"stored of {claims.A.HistoryOf}",
            ]).Select(FormattableString.Invariant),
            "forged", "forgery noticed", "reading noticed",
        ];
    }

    private static string[] Row(CompromiseDifference compromise) =>
    [
        compromise.Differs ? "**!**" : "",
        compromise.Differs ? $"**{compromise.Compromise}**" : compromise.Compromise,
        Beside(compromise, cell => Figure(cell.Verdict.Past)),
        Beside(compromise, cell => Figure(cell.Verdict.Future)),
        Beside(compromise, cell => Figure(cell.Verdict.Bystanders)),
        Beside(compromise, cell => Figure(cell.History)),
        Beside(compromise, cell => MatrixJson.Name(cell.Forged)),
        Beside(compromise, cell => MatrixJson.Name(cell.ForgeryNoticed)),
        Beside(compromise, cell => MatrixJson.Name(cell.Noticed)),
    ];

    private static string Beside(CompromiseDifference compromise, Func<Cell, string> figure)
    {
        var (a, b) = (figure(compromise.A), figure(compromise.B));
        return a == b ? $"{a}, {b}" : $"**{a}, {b}**";
    }

    /// <summary>For each compromise that read more in one design than in the other: the first message that it read there alone, and how.</summary>
    private static IEnumerable<string> Derivations(ClaimsDifference claims) =>
        from compromise in claims.Compromises
        from side in ((DesignResult Row, Cell Here, Cell There)[])[(claims.A, compromise.A, compromise.B), (claims.B, compromise.B, compromise.A)]
        let guess = side.Here.Verdict.Recovered.Values.FirstOrDefault(guess => !side.There.Verdict.Recovered.ContainsKey(guess.Message))
        where guess is not null
        let how = string.Join(" -> ", guess.How.Steps.Select(Markdown.Foreign))
        select string.Create(CultureInfo.InvariantCulture, $"{compromise.Compromise} in `{side.Row.Design.Id}`, message {guess.Message}: {how}");

    private static void WriteCosts(Markdown page, ClaimsDifference claims, string target)
    {
        string Warrant(DesignResult row) => FormattableString.Invariant($"{row.Lawful.Opened} of {row.Lawful.Of} messages in `{row.Design.Id}`");
        string Length(DesignResult row) => FormattableString.Invariant($"{row.BytesPerMessage:F1} bytes in `{row.Design.Id}`");
        page.Paragraph($"A warrant naming {target} opened {Warrant(claims.A)}, {Warrant(claims.B)}.")
            .Paragraph($"A message on the wire has {Length(claims.A)}, {Length(claims.B)}.");
    }

    private static void WriteClaims(Markdown page, ClaimsDifference claims, Design a, Design b)
    {
        (string Who, IEnumerable<string> Claims)[] sides =
        [
            ("both", claims.InBoth),
            ($"only `{a.Id}`", claims.OnlyInA),
            ($"only `{b.Id}`", claims.OnlyInB),
        ];
        string[] tested = [.. from side in sides from id in side.Claims select $"{id}, {side.Who}: {Claim.Find(id)?.Statement}"];
        page.Paragraph("The claims of the debate that they put to the test:").List(tested.DefaultIfEmpty("none"));
    }

    private static string Figure(int messages) => messages.ToString(CultureInfo.InvariantCulture);
}
