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
        Assert.That(new SourceFile(text).All, Is.EqualTo(MembersByRoslyn(text)));

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
                Assert.That(new SourceFile(text).All, Is.EqualTo(expected), path);
        }
        Assert.That(members, Is.GreaterThan(500));
    }

    [Test]
    public void AMemberGoesOnOverBlankLinesAndBracketsAndEndsBeforeTheNextComment()
    {
        var file = new SourceFile(
            "public class C\r\n{\r\n    private int x;\r\n    /// <summary>M.</summary>\r\n    [Obsolete]\r\n    protected override int[] M(\r\n        int a) =>\r\n    [\r\n"
            + "        a,\r\n\r\n        a,\r\n    ];\r\n\r\n    // Why.\r\n    public override int P { get; }\r\n}\r\n");
        Assert.That(file.All, Is.EqualTo((string[])[
            "private int x;", "protected override int[] M(\n    int a) =>\n[\n    a,\n\n    a,\n];", "public override int P { get; }"]));
        Assert.That(file.Members("M").Single(), Does.StartWith("protected"));
        Assert.That(file.Members("P").Single(), Does.StartWith("public"));
        Assert.That(file.Members("a").Concat(file.Members("get")), Is.Empty);
    }

    [TestCaseSource(nameof(Embedded))]
    public void AMemberIsFoundByItsOwnNameAndNoOther(string text)
    {
        foreach (var named in Declared(text).Where(member => NameOf(member) is not null).GroupBy(member => NameOf(member)!))
            Assert.That(new SourceFile(text).Members(named.Key), Is.EqualTo(named.Select(member => Cut(text, member))), named.Key);
    }

    [Test]
    public void NamesOfTypesAndParametersMisleadNobody()
    {
        var file = new SourceFile(
            "public class C : D\n{\n    public override Header Dh(Header Header) => Inner.Header(Header);\n\n    public override (A A, Header B) Header<T>(T t) => Dh(t);\n}\n");
        Assert.That(file.Members("Header").Single(), Does.Contain("Dh(t)"));
        Assert.That(file.Members("Dh").Single(), Does.Contain("Inner"));
    }

    [Test]
    public void AClassWithoutItsSourceIsRefused() => Assert.That(() => SourceFile.Of(typeof(SourceFileTests)), Throws.ArgumentException.With.Message.Contains("embed"));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string[] MembersByRoslyn(string text) => [.. Declared(text).Select(member => Cut(text, member))];

    private static IEnumerable<MemberDeclarationSyntax> Declared(string text)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text.ReplaceLineEndings("\n"), new(LanguageVersion.CSharp14)).GetRoot();
        return root.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Members).OfType<TypeDeclarationSyntax>()
            .Where(type => type is not InterfaceDeclarationSyntax).SelectMany(type => type.Members);
    }

    /// <summary>From the first modifier, so without documentation and attributes, to the end of the last line; without the indentation of four.</summary>
    private static string Cut(string text, MemberDeclarationSyntax member) => text.ReplaceLineEndings("\n")[member.Modifiers.Span.Start..member.FullSpan.End]
        .TrimEnd().Replace("\n    ", "\n", StringComparison.Ordinal);

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        _ => null,
    };
}
