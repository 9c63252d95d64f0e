using System.Reflection;
using System.Xml.Linq;
using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>Protocol, ExceptionalAccess, Adversary, Attacks, CryptoLessons, Notebooks, Cli: each rests on the one below and knows none above.</summary>
public class DependencyTests
{
    private static IEnumerable<string> Storeys => House.Storeys;

    private static IEnumerable<string> Course => House.Storeys.TakeWhile(storey => storey != House.Notebooks);

    [Test]
    public void TheHouseHasItsStoreys()
    {
        IEnumerable<string> projects = House.Files(House.Source, "*.csproj").Select(file => Path.GetFileNameWithoutExtension(file)!);
        Assert.That(projects, Is.EquivalentTo(House.Storeys), "a project in src that the design does not name");
    }

    [TestCaseSource(nameof(Storeys))]
    public void AProjectNamesTheStoreyBelowAndNoOther(string storey)
    {
        int level = House.Storeys.ToList().IndexOf(storey);
        IEnumerable<string> referenced = XDocument.Load(House.Project(storey)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.That(referenced, Is.EqualTo(House.Storeys.Take(level).TakeLast(1)));
    }

    [TestCaseSource(nameof(Storeys))]
    public void ABuiltAssemblyReferencesNothingAboveIt(string storey)
    {
        int level = House.Storeys.ToList().IndexOf(storey);
        string[] referenced = [.. House.Load(storey).GetReferencedAssemblies().Select(name => name.Name!).Where(IsOurs)];
        Assert.That(referenced, Is.SubsetOf(House.Storeys.Take(level)));
        if (level > 0)
            Assert.That(referenced, Is.Not.Empty, "an assembly that uses nothing of ours stands beside the house");
    }

    // Who installs the course's package gets no compiler with it, and honest Signal needs nobody's cryptography but the platform's and its own.
    [TestCaseSource(nameof(Course))]
    public void BelowTheNotebooksOnlyTheMechanismsUseMoreThanThePlatform(string storey)
    {
        string[] allowed = storey == "CryptoLessons.ExceptionalAccess" ? ["$(BouncyCastlePackage)"] : [];
        Assert.That(
            XDocument.Load(House.Project(storey)).Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value), Is.EqualTo(allowed));
        Assert.That(
            House.Load(storey).GetReferencedAssemblies().Select(name => name.Name!).Where(name => !IsOurs(name) && !name.StartsWith("System.", StringComparison.Ordinal)),
            allowed.Length == 0 ? Is.Empty : Is.All.StartsWith("BouncyCastle."));
    }

    [Test]
    public void TheNotebooksUseACompilerAndAReaderOfMarkdownAndNothingElse()
    {
        Assert.That(
            XDocument.Load(House.Project(House.Notebooks)).Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value),
            Is.EqualTo((string[])["Markdig", "Microsoft.CodeAnalysis.CSharp.Scripting"]));
        Assert.That(House.Load(House.Notebooks).GetReferencedAssemblies().Select(name => name.Name), Does.Contain("Microsoft.CodeAnalysis.CSharp"));
    }

    [Test]
    public void ProtocolKnowsNobody()
    {
        Assembly protocol = House.Load("CryptoLessons.Protocol");
        Assert.That(protocol.GetReferencedAssemblies().Select(name => name.Name).Where(name => IsOurs(name!)), Is.Empty);
    }

    private static bool IsOurs(string name) => name == "CryptoLessons" || name.StartsWith("CryptoLessons.", StringComparison.Ordinal);
}
