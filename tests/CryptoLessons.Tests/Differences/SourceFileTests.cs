using System.Reflection;
using CryptoLessons.Differences;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Tests.Walls;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NUnit.Framework;

namespace CryptoLessons.Tests.Differences;

/// <summary>Members cut out by indentation are those that the compiler's own parser finds.</summary>
internal sealed class SourceFileTests
{
    private static IEnumerable<TestCaseData> Embedded() =>
        from assembly in (Assembly[])[typeof(SignalFunctions).Assembly, typeof(MessageKeyEscrow).Assembly]
        from name in assembly.GetManifestResourceNames()
        where name.EndsWith(".cs", StringComparison.Ordinal)
        select new TestCaseData(Read(assembly, name)).SetArgDisplayNames(name);


    [TestCaseSource(nameof(Embedded))]
    public void EveryMemberOfEveryEmbeddedFileIsCutAsTheCompilerCutsIt(string text) =>
        Assert.That(new SourceFile(text).Members, Is.EqualTo(MembersByRoslyn(text)));

    [Test]
    public void SoIsEveryClassOfThisRepository()
    {
        int members = 0;
        foreach (string path in House.Files(House.Source, "*.cs"))
        {
            string text = File.ReadAllText(path);
            string[] expected = MembersByRoslyn(text);
            members += expected.Length;
            // An interface's members, and an enum's, are of no interest here and do not begin with a modifier.
            if (expected.Length > 0)
                Assert.That(new SourceFile(text).Members, Is.EqualTo(expected), path);
        }
        Assert.That(members, Is.GreaterThan(500));
    }

    [Test]
    public void AMemberGoesOnOverBlankLinesAndBracketsAndEndsBeforeTheNextComment()
    {
        var file = new SourceFile(
            "public class C\r\n{\r\n    private int x;\r\n    /// <summary>M.</summary>\r\n    [Obsolete]\r\n    protected override int[] M(\r\n        int a) =>\r\n    [\r\n"
            + "        a,\r\n\r\n        a,\r\n    ];\r\n\r\n    // Why.\r\n    public override int P { get; }\r\n}\r\n");
        Assert.That(file.Members, Is.EqualTo((string[])[
            "private int x;", "protected override int[] M(\n    int a) =>\n[\n    a,\n\n    a,\n];", "public override int P { get; }"]));
        Assert.That(file.Overrides("M").Single(), Does.StartWith("protected"));
        Assert.That(file.Overrides("P").Single(), Does.StartWith("public"));
        Assert.That(file.Overrides("x").Concat(file.Overrides("a")), Is.Empty);
    }

    [Test]
    public void AnOverrideIsFoundByItsOwnNameAndNoOther()
    {
        var file = new SourceFile(
            "public class C : D\n{\n    public override Header Dh(Header Header) => Inner.Header(Header);\n\n    public override (A A, Header B) Header<T>(T t) => Dh(t);\n\n"
            + "    public static Header Header() => new();\n}\n");
        Assert.That(file.Overrides("Header").Single(), Does.Contain("Dh(t)"));
        Assert.That(file.Overrides("Dh").Single(), Does.Contain("Inner"));
    }

    [Test]
    public void AClassWithoutItsSourceIsRefused() => Assert.That(() => SourceFile.Of(typeof(SourceFileTests)), Throws.ArgumentException.With.Message.Contains("embed"));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>From the first modifier, so without documentation and attributes, to the end of the last line; without the indentation of four.</summary>
    private static string[] MembersByRoslyn(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text, new(LanguageVersion.CSharp14)).GetRoot();
        return [.. root.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Members).OfType<TypeDeclarationSyntax>()
            .Where(type => type is not InterfaceDeclarationSyntax).SelectMany(type => type.Members)
            .Select(member => text[member.Modifiers.Span.Start..member.FullSpan.End].TrimEnd().Replace("\n    ", "\n", StringComparison.Ordinal))];
    }
}
