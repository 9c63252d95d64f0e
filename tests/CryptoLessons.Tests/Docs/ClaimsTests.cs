using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using CryptoLessons.Claims;
using CryptoLessons.Cli;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;
using CryptoLessons.Reports;
using CryptoLessons.Tests.Matrix;
using NUnit.Framework;

namespace CryptoLessons.Tests.Docs;

/// <summary>docs/claims.md: every claim once, every command one that exists, every figure computed. UPDATE_DOCS=1 rewrites it.</summary>
internal sealed partial class ClaimsTests
{
    private const string Rewrite = "UPDATE_DOCS=1 dotnet test --filter FullyQualifiedName~ClaimsTests writes it anew.";

    private static string Page => Repository.PathOf("docs", "claims.md");

    private static IEnumerable<string> Executable => Claim.All.Where(claim => claim.Status == ClaimStatus.Executable).Select(claim => claim.Id);

    private static IEnumerable<string> Designs => Design.All.Select(design => design.Id);

    private static IEnumerable<string> Commands => Claim.All.SelectMany(claim => claim.Commands).Distinct();

    [Test]
    public void ThePageSaysWhatTheRunSays()
    {
        string page = ClaimsMarkdown.Write(BuiltInMatrix.Result);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Page, page);
        Assert.That(Page, Does.Exist, Rewrite);
        Assert.That(File.ReadAllText(Page).ReplaceLineEndings("\n"), Is.EqualTo(page), Rewrite);
    }

    [Test]
    public void EveryClaimOccursOnce()
    {
        string[] ids = [.. Enumerable.Range(1, 54).Select(number => FormattableString.Invariant($"A{number:D2}"))];
        Assert.That(Claim.All.Select(claim => claim.Id), Is.EqualTo(ids));
        Assert.That(Entry().Matches(ClaimsMarkdown.Write(BuiltInMatrix.Result)).Select(entry => entry.Groups["id"].Value), Is.EquivalentTo(ids));
    }

    [TestCaseSource(nameof(Executable))]
    public void AnExecutableClaimHasCasesThatAreInTheMatrixOrFigures(string id)
    {
        Claim claim = Claim.Find(id)!;
        Assert.That(claim.Cases.Count + claim.Figures.Count, Is.Positive);
        Assert.That(claim.Cases, Is.Unique);
        Assert.That(claim.Cases.Select(place => Design.Find(place.Design)), Has.None.Null);
        Assert.That(claim.Cases.Select(place => Compromise.Find(place.Compromise)), Has.None.Null);
    }

    [Test]
    public void WhatIsNotExecutedHasNoFigureAndSaysWhy()
    {
        Claim[] others = [.. Claim.All.Where(claim => claim.Status != ClaimStatus.Executable)];
        Assert.That(others, Is.Not.Empty);
        Assert.That(others.SelectMany(claim => claim.Cases), Is.Empty);
        Assert.That(others.SelectMany(claim => claim.Figures), Is.Empty);
        Assert.That(others.Select(claim => claim.Remark), Has.All.Length.GreaterThan(10));
    }

    [TestCaseSource(nameof(Designs))]
    public void ADesignNamesTheClaimsThatNameIt(string id) => Assert.That(
        Design.Named(id).Claims, Is.EqualTo(Claim.All.Where(claim => claim.Designs.Contains(id)).Select(claim => claim.Id)));

    [TestCaseSource(nameof(Commands))]
    public void TheCommandExists(string command)
    {
        string[] words = command.Split(' ');
        switch (words)
        {
            case ["cryptolessons", .. var args]:
                ParseResult parsed = CommandLine.Parse(args, TextWriter.Null, TextWriter.Null);
                Assert.That(parsed.Errors, Is.Empty);
                IReadOnlyList<string> designs = args[0] switch
                {
                    "diff" => args[1..],
                    "population" => [parsed.GetValue<string>("--design")!],
                    _ => parsed.GetValue<string[]>("--design")!,
                };
                Assert.That(designs.Select(Design.Find), Is.Not.Empty.And.None.Null);
                break;
            case ["dotnet", "run", var sample]:
                Assert.That(Repository.PathOf(sample.Split('/')), Does.Exist.And.EndWith(".cs"));
                break;
            case ["dotnet", "test", "--filter", var filter]:
                Assert.That(filter, Does.StartWith("FullyQualifiedName~"));
                Assert.That(TestNames(), Has.Some.Contains(filter["FullyQualifiedName~".Length..]));
                break;
            default:
                Assert.Fail($"Nobody knows the command '{command}'.");
                break;
        }
    }

    [Test]
    public void NoFigureIsTyped()
    {
        IEnumerable<string> typed =
        [
            .. Claim.All.SelectMany(claim => (IEnumerable<string>)[claim.Statement, claim.Remark]),
            .. Contradiction.All.SelectMany(place => (IEnumerable<string>)[place.Question, place.Remark, .. place.Sides.Select(side => side.Says)]),
        ];
        Assert.That(typed.Where(text => text.Length > 0 && AnId().Replace(text, "").Any(char.IsAsciiDigit)), Is.Empty);
    }

    [Test]
    public void AnotherRunGivesOtherFigures()
    {
        string here = ClaimsMarkdown.Write(BuiltInMatrix.Result), there = ClaimsMarkdown.Write(Run(at: 3, target: "Bob", seed: 1));
        // Where nothing is read, there is nothing that could differ.
        string[] measured = [.. Claim.All.Where(claim => claim.Cases.Any(Reads)).Select(claim => claim.Id)];
        Assert.That(measured, Has.Length.GreaterThan(20));
        foreach (string id in measured)
            Assert.That(Figures(there, id), Is.Not.EqualTo(Figures(here, id)), id);
    }

    [Test]
    public void EveryReportIsListedAndSaysSomething()
    {
        string[] reports = [.. PressReport.All.Select(report => report.Id)];
        Assert.That(Claim.All.SelectMany(claim => claim.Reports).Distinct(), Is.EquivalentTo(reports));
        Assert.That(Claim.All.Select(claim => claim.Reports), Has.All.Ordered.And.All.Not.Empty);
    }

    [Test]
    public void AContradictionIsAboutClaimsThatThereAre() =>
        Assert.That(Contradiction.All.SelectMany(place => place.Claims).Select(Claim.Find), Is.Not.Empty.And.None.Null);

    private static MatrixResult Run(int at, string target, long seed) =>
        MatrixRunner.Run(MatrixRequest.Create(BuiltInConversation.Load(), at, target, seed).Request!);

    private static bool Reads(ClaimCase place) => BuiltInMatrix.Result.Designs.Single(row => row.Design.Id == place.Design)
        .Cells.Single(cell => cell.Compromise == place.Compromise).Verdict.Recovered.Count > 0;

    /// <summary>The rows and the figures of a claim, without the headings, which say where the compromise happens.</summary>
    private static IEnumerable<string> Figures(string page, string id) =>
        page.Split("\n### ").Single(section => section.StartsWith(id + "\n", StringComparison.Ordinal)).Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal));

    private static IEnumerable<string> TestNames() =>
        from type in Assembly.GetExecutingAssembly().GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.GetCustomAttributes().Any(attribute => attribute is TestAttribute or TestCaseAttribute or TestCaseSourceAttribute)
        select $"{type.FullName}.{method.Name}";

    /// <summary>Where a claim has its place: a heading, or the first cell of a row.</summary>
    [GeneratedRegex(@"^(### |\| )(?<id>A[0-9]{2})\b", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("A[0-9]{2}")]
    private static partial Regex AnId();
}
