using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>Writes a call of <see cref="Interruption.Check"/> into whatever can run for ever: loops, jumps back, functions and lambdas.</summary>
/// <remarks>No line is added, so that a line of the cell keeps its number.</remarks>
internal sealed class InterruptionChecks : CSharpSyntaxWalker
{
    private readonly List<(int At, int Order, int Instead, string Text)> edits = [];
    private readonly SemanticModel model;
    private readonly string check;

    private InterruptionChecks(SemanticModel model, int engine) =>
        (this.model, check) = (model, string.Create(
            CultureInfo.InvariantCulture, $"global::{typeof(Interruption).FullName}.{nameof(Interruption.Check)}({engine});"));

    /// <summary>The text with the checks.</summary>
    /// <param name="model">What the text means: a lambda that becomes data keeps its form.</param>
    /// <param name="engine">The number of the engine.</param>
    public static string Into(SemanticModel model, int engine)
    {
        var walker = new InterruptionChecks(model, engine);
        SyntaxTree tree = model.SyntaxTree;
        walker.Visit(tree.GetRoot());
        string text = tree.ToString();
        var written = new StringBuilder(text.Length * 2);
        int copied = 0;
        foreach (var (at, _, instead, inserted) in walker.edits.OrderBy(edit => (edit.At, edit.Order)))
        {
            written.Append(text, copied, at - copied).Append(inserted);
            copied = at + instead;
        }
        return written.Append(text, copied, text.Length - copied).ToString();
    }

    public override void VisitWhileStatement(WhileStatementSyntax node) => CheckBefore(node.Statement, () => base.VisitWhileStatement(node));

    public override void VisitDoStatement(DoStatementSyntax node) => CheckBefore(node.Statement, () => base.VisitDoStatement(node));

    public override void VisitForStatement(ForStatementSyntax node) => CheckBefore(node.Statement, () => base.VisitForStatement(node));

    public override void VisitForEachStatement(ForEachStatementSyntax node) => CheckBefore(node.Statement, () => base.VisitForEachStatement(node));

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        CheckBefore(node.Statement, () => base.VisitForEachVariableStatement(node));

    public override void VisitGotoStatement(GotoStatementSyntax node) => CheckBefore(node, () => base.VisitGotoStatement(node));

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        CheckLambda(node, () => base.VisitSimpleLambdaExpression(node));

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        CheckLambda(node, () => base.VisitParenthesizedLambdaExpression(node));

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) =>
        CheckBefore(node.Block, () => base.VisitAnonymousMethodExpression(node));

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        CheckFunction(node.Body, node.ExpressionBody, node.SemicolonToken, node, () => base.VisitLocalFunctionStatement(node));

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        CheckFunction(node.Body, node.ExpressionBody, node.SemicolonToken, node, () => base.VisitMethodDeclaration(node));

    private void CheckFunction(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, SyntaxNode function, Action inside)
    {
        if (body is not null)
            CheckBefore(body, inside);
        else if (arrow is { Expression: { } expression and not ThrowExpressionSyntax } && model.GetDeclaredSymbol(function) is IMethodSymbol symbol)
        {
            Edit(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{" + check);
            Edit(expression.SpanStart, 0, Return(symbol));
            inside();
            Edit(semicolon.SpanStart, semicolon.Span.Length, ";}");
        }
        else
            inside();
    }

    private void CheckLambda(LambdaExpressionSyntax lambda, Action inside)
    {
        if (lambda.Block is not null)
            CheckBefore(lambda.Block, inside);
        else if (lambda.ExpressionBody is { } expression and not ThrowExpressionSyntax
            && model.GetTypeInfo(lambda).ConvertedType is INamedTypeSymbol { DelegateInvokeMethod: { } invoked }
            && model.GetSymbolInfo(lambda).Symbol is IMethodSymbol symbol)
        {
            Edit(expression.SpanStart, 0, $"{{{check}{(invoked.ReturnsVoid ? "" : Return(symbol))}");
            inside();
            Edit(expression.Span.End, 0, ";}");
        }

        // What is left becomes data for somebody who reads it, such as an expression tree: nothing in it can be changed, nor does it run.
    }

    private void CheckBefore(StatementSyntax statement, Action inside)
    {
        if (statement is BlockSyntax block)
        {
            Edit(block.OpenBraceToken.Span.End, 0, check);
            inside();
            return;
        }
        Edit(statement.SpanStart, 0, "{" + check);
        inside();
        Edit(statement.Span.End, 0, "}");
    }

    private void Edit(int at, int instead, string text) => edits.Add((at, edits.Count, instead, text));

    // What comes back of an asynchronous function without a value is a task, and the function itself returns nothing.
    private static string Return(IMethodSymbol symbol) =>
        symbol.ReturnsVoid || (symbol.IsAsync && symbol.ReturnType is INamedTypeSymbol { IsGenericType: false }) ? "" : "return ";
}
