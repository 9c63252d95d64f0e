using System.Reflection;
using CryptoLessons.Designs;
using CryptoLessons.Differences;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Differences;

/// <summary>Which classes fill in a seam, and which of their bodies run.</summary>
internal sealed class SeamTests
{
    private static readonly Type Ratchet = typeof(RatchetFunctions);

    private static IEnumerable<string> Designs => Design.All.Select(design => design.Id);

    [Test]
    public void ASeamIsTheTopmostAbstractClass()
    {
        Assert.That(((Type[])[typeof(SignalFunctions), typeof(MessageKeyEscrow), typeof(DelegatingRatchetFunctions), Ratchet]).Select(Seam.Of), Has.All.EqualTo(Ratchet));
        Assert.That(() => Seam.Of(typeof(Authority)), Throws.ArgumentException);
    }

    [Test]
    public void TheRatchetLeavesThePapersFunctionsOpen() => Assert.That(
        Seam.Functions(Ratchet), Is.EqualTo((string[])["GenerateDh", "Dh", "KdfRk", "KdfCk", "KdfHybrid", "Encrypt", "Decrypt", "Header", "Concat", "Parse"]));

    [Test]
    public void TheOutermostOverrideRunsAndThoseThatItCalls()
    {
        Type[] suite = [typeof(SignalFunctions), typeof(MessageKeyEscrow)];
        foreach (string function in Seam.Functions(Ratchet))
            Assert.That(
                Seam.Running(suite, Ratchet, function),
                Is.EqualTo(function == "Encrypt" ? [typeof(MessageKeyEscrow), typeof(SignalFunctions)] : (Type[])[typeof(SignalFunctions)]),
                function);
    }

    [Test]
    public void ABodyThatCallsNoInnerOneRunsAlone() =>
        Assert.That(Seam.Running([typeof(MessageKeyEscrow), typeof(SignalFunctions)], Ratchet, "Encrypt"), Is.EqualTo((Type[])[typeof(SignalFunctions)]));

    [Test]
    public void ASuiteOfAnotherSeamRunsNothingHere() => Assert.That(Seam.Running([], Ratchet, "Encrypt"), Is.Empty);

    [TestCaseSource(nameof(Designs))]
    public void ADesignNamesTheFunctionsThatItsPhonesReallyRun(string id)
    {
        Design design = Design.Find(id)!;
        Type[] seams = [.. Design.All.SelectMany(each => each.Functions).Select(Seam.Of).Distinct()];
        Type[] found = [.. ObjectGraph.Of(design.Deploy(["Alice", "Bob"], new SeededRandom(1))).Select(part => part.GetType())
            .Where(type => seams.Any(seam => seam.IsAssignableFrom(type))).Distinct()];
        foreach (Type seam in seams)
            Assert.That(found.Where(seam.IsAssignableFrom).Reverse(), Is.EqualTo(design.Functions.Where(seam.IsAssignableFrom)), seam.Name);
    }

    [Test]
    public void AnAbstractClassBetweenPassesEveryCallOn()
    {
        Type[] between = [.. Design.All.SelectMany(design => design.Functions).SelectMany(Bases).Distinct().Where(type => type != Seam.Of(type))];
        Assert.That(between, Does.Contain(typeof(DelegatingRatchetFunctions)));
        foreach (Type type in between)
        {
            string[] overrides = [.. SourceFile.Of(type).Members.Where(member => member.Contains(" override ", StringComparison.Ordinal))];
            Assert.That(overrides, Has.Length.EqualTo(type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Count(method => method.IsVirtual)));
            Assert.That(overrides, Has.All.Match(@"\b(\w+)\([^=]*=>\s*Inner\.\1\([^;]*;$"));
        }
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        for (Type? lower = type.BaseType; lower is not null && lower != typeof(object); lower = lower.BaseType)
            yield return lower;
    }
}
