using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>The text of a cell as it is compiled: lines that speak to other tools become comments of the same length.</summary>
internal sealed partial class CellSource
{
    // Lines are counted from here: what stands above is not the cell's.
    private const string Head = "#nullable enable\n#line 1\n";

    private CellSource(string text) => Text = text;

    /// <summary>What is compiled.</summary>
    public string Text { get; }

    /// <summary>A package that the cell asks for and that is not here, with the place where it does; null when there is none.</summary>
    public (string Package, LinePosition At)? Missing { get; private init; }

    /// <summary>Reads a cell.</summary>
    /// <param name="code">The text as it stands in the notebook.</param>
    public static CellSource Read(string code)
    {
        char[] text = code.ToCharArray();
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, CellCompiler.Parsing);
        (string, LinePosition)? missing = null;
        foreach (DirectiveTriviaSyntax directive in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<DirectiveTriviaSyntax>())
        {
            int at = directive.HashToken.SpanStart;
            Match asked = Package().Match(directive.ToString());
            if (!asked.Success && code[at..] is not ['#', ':' or '!', ..])
                continue;
            text[at] = text[at + 1] = '/';
            if (asked.Success && !CellReferences.IsHere(asked.Groups["id"].Value))
                missing ??= (asked.Groups["id"].Value, tree.GetLineSpan(directive.Span).StartLinePosition);
        }
        return new(Head + new string(text)) { Missing = missing };
    }

    /// <summary>Whether a cell ends with an expression whose value is to be shown: one without a semicolon that has a value.</summary>
    public static bool EndsWithAValue(SemanticModel model) =>
        model.SyntaxTree.GetCompilationUnitRoot().Members.LastOrDefault()
            is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken: { IsMissing: true } or { RawKind: 0 } } last }
        && model.GetTypeInfo(last.Expression).Type is { SpecialType: not SpecialType.System_Void };

    [GeneratedRegex("""^#\s*r\s*"\s*nuget\s*:\s*(?<id>[^",\s]+)""")]
    private static partial Regex Package();
}
