using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Differences;
using CryptoLessons.Matrix;

namespace CryptoLessons.Reports;

/// <summary>The three differences of two designs as a page: what <c>cryptolessons diff</c> prints, and what docs/pairs holds.</summary>
public static class DifferenceMarkdown
{
    /// <summary>The page; the same for the same request on every machine, without any timing.</summary>
    public static string Write(DesignDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        MatrixRequest request = difference.Matrix.Request;
        var (a, b) = (request.Designs[0], request.Designs[1]);
        var page = new Markdown();
        WriteOpening(page, request, a, b);
        DifferenceOfCode.Write(page.Heading(2, "Code"), difference.Code, a, b);
        DifferenceOfWire.Write(page.Heading(2, "Wire"), difference.Wire, a, b);
        DifferenceOfClaims.Write(page.Heading(2, "Claims"), difference.Claims, difference.Matrix);
        return page.ToString();
    }

    /// <summary>How many of something there are, in words.</summary>
    internal static string Count(long number, string noun) => FormattableString.Invariant($"{number} {noun}{(number == 1 ? "" : "s")}");

    private static void WriteOpening(Markdown page, MatrixRequest request, Design a, Design b)
    {
        Conversation conversation = request.Conversation;
        string seed = request.Seed == MatrixRequest.DefaultSeed ? "" : FormattableString.Invariant($" --seed {request.Seed}");
        string chat = conversation.Format == BuiltInConversation.Format ? "" : $" --chat {conversation.Source}";
        page.Heading(1, $"{a.Id} and {b.Id}")
            .Paragraph($"Made by {Markdown.Foreign($"cryptolessons diff {a.Id} {b.Id}{seed}{chat}")}.")
            .List([$"`{a.Id}`: {a.Title}.", $"`{b.Id}`: {b.Title}."])
            .Paragraph(FormattableString.Invariant($"Both play {Markdown.Foreign(conversation.Source)} ({conversation.Format}), ")
                + $"{Count(conversation.Messages.Count, "message")} of {conversation.People.Count} people, "
                + FormattableString.Invariant($"from seed {request.Seed}."));
    }
}
