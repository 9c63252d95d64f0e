using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CryptoLessons.Notebooks.Lessons;

/// <summary>C# as HTML in which words are marked as what they are: keyword, text, number, comment.</summary>
internal static class CodeColours
{
    /// <summary>The code with markup written as text, and a <c>span</c> around each keyword (<c>k</c>), text (<c>s</c>), number (<c>n</c>) and comment
    /// (<c>c</c>).</summary>
    public static string Html(string code)
    {
        var html = new StringBuilder();
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(code, new(kind: SourceCodeKind.Script)).GetRoot().DescendantTokens())
        {
            Write(html, token.LeadingTrivia);
            Span(html, ClassOf(token), token.Text);
            Write(html, token.TrailingTrivia);
        }
        return html.ToString();
    }

    private static void Write(StringBuilder html, SyntaxTriviaList trivia)
    {
        foreach (SyntaxTrivia one in trivia)
            Span(html, one.IsKind(SyntaxKind.SingleLineCommentTrivia) || one.IsKind(SyntaxKind.MultiLineCommentTrivia) || one.IsDirective ? "c" : null, one.ToFullString());
    }

    private static string? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken => "s",
        SyntaxKind.NumericLiteralToken => "n",
        _ => token.IsKeyword() || token.IsContextualKeyword() || token.Text == "var" ? "k" : null,
    };

    private static void Span(StringBuilder html, string? kind, string text)
    {
        string escaped = WebUtility.HtmlEncode(text);
        html.Append(kind is null || escaped.Length == 0 ? escaped : $"<span class=\"{kind}\">{escaped}</span>");
    }
}
