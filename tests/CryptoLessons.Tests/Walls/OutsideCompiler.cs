using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CryptoLessons.Tests.Walls;

/// <summary>Compiles small programs against the built assemblies, as somebody does who has them as packages.</summary>
internal static class OutsideCompiler
{
    /// <summary>The name of an assembly that nobody knows.</summary>
    public const string Stranger = "Stranger";

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using CryptoLessons.Adversary;
        using CryptoLessons.Attacks;
        using CryptoLessons.ExceptionalAccess;
        using CryptoLessons.Protocol.Curve25519;
        using CryptoLessons.Protocol.Handshake;
        using CryptoLessons.Protocol.Primitives;
        using CryptoLessons.Protocol.Ratchet;
        using CryptoLessons.Protocol.Sessions;

        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    // With private members imported too, the compiler tells what exists and is locked (CS0122) from what does not exist (CS1061):
    // a cheat that names a member wrongly would not pass for one that was stopped.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, metadataImportOptions: MetadataImportOptions.All);

    private static readonly PortableExecutableReference[] References =
        [.. Framework().Concat(House.Storeys.Select(House.Built)).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The numbers of the compiler's errors, each once, in ascending order; none when the program compiles.</summary>
    /// <param name="program">Type declarations; the usual usings are put in front.</param>
    /// <param name="assemblyName">The name of the assembly that the program would be.</param>
    public static IReadOnlyList<string> Errors(string program, string assemblyName = Stranger)
    {
        var compilation = CSharpCompilation.Create(assemblyName, [CSharpSyntaxTree.ParseText(Usings + program, Language)], References, Options);
        using var assembly = new MemoryStream();
        return [.. compilation.Emit(assembly).Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.Id).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A single-file program as an assembly with an entry point.</summary>
    /// <exception cref="ArgumentException">It does not compile; the first errors are in the message.</exception>
    public static byte[] Program(string name, string text)
    {
        // What a file says about its project is for the SDK; what an SDK adds to a program's usings is added here.
        const string ImplicitUsings =
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading.Tasks;";
        string source = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.StartsWith("#:", StringComparison.Ordinal) ? "" : line));
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(ImplicitUsings, Language), CSharpSyntaxTree.ParseText(source, Language)],
            References,
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        return result.Success
            ? assembly.ToArray()
            : throw new ArgumentException(string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5)), nameof(text));
    }

    /// <summary>What a stranger sees of an assembly under src.</summary>
    public static IAssemblySymbol Surface(string assembly) => Seen(References.Single(reference => reference.FilePath == House.Built(assembly)));

    /// <summary>What a stranger sees of a small program that compiles.</summary>
    public static IAssemblySymbol Surface(string assemblyName, string program)
    {
        var compilation = CSharpCompilation.Create(
            assemblyName, [CSharpSyntaxTree.ParseText(Usings + program, Language)], References, Options);
        using var assembly = new MemoryStream();
        return compilation.Emit(assembly) is { Success: true }
            ? Seen(MetadataReference.CreateFromImage(assembly.ToArray()))
            : throw new ArgumentException("The program does not compile.", nameof(program));
    }

    private static IAssemblySymbol Seen(MetadataReference assembly) =>
        (IAssemblySymbol)CSharpCompilation.Create(Stranger, references: References.Append(assembly).Distinct()).GetAssemblyOrModuleSymbol(assembly)!;

    private static IEnumerable<string> Framework()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder);
    }
}
