using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>Makes a cell runnable after those that ran before it.</summary>
/// <param name="engine">The number of the engine.</param>
internal sealed class CellCompiler(int engine)
{
    /// <summary>How a cell is read: top-level statements of C# 14, as a script has them.</summary>
    public static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    // What the SDK's implicit usings give a program.
    private static readonly string[] Imports =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly Lazy<ScriptOptions> Options = new(() => ScriptOptions.Default
        .WithReferences(CellReferences.All).WithImports(Imports).WithLanguageVersion(LanguageVersion.CSharp14)
        .WithEmitDebugInformation(true).WithFileEncoding(Encoding.UTF8).WithAllowUnsafe(false));

    /// <summary>What stands before the first cell.</summary>
    public static Script<object> Beginning => CSharpScript.Create("", Options.Value);

    /// <summary>Compiles a cell.</summary>
    /// <param name="source">The cell.</param>
    /// <param name="number">Its number.</param>
    /// <param name="before">The cell before.</param>
    /// <param name="interrupt">Ends the work.</param>
    public CompiledCell Compile(CellSource source, int number, Script before, CancellationToken interrupt)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"In[{number}]");
        ScriptOptions options = Options.Value.WithFilePath(name);
        Script<object> plain = before.ContinueWith<object>(source.Text, options);
        Compilation compilation = plain.GetCompilation();
        ImmutableArray<Diagnostic> errors =
            [.. compilation.GetDiagnostics(interrupt).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
            return new(plain, false, errors);
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single(tree => tree.FilePath == name));
        Script<object> script = before.ContinueWith<object>(InterruptionChecks.Into(model, engine), options);

        // Where a check does not fit in, the cell runs without any: it then ends when it ends.
        bool fits = script.Compile(interrupt).All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
        return new(fits ? script : plain, CellSource.EndsWithAValue(model), []);
    }
}
