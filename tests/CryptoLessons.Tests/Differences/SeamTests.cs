using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.Differences;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Tests.Differences.Greetings;
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
        Type[] functions = [typeof(SignalFunctions), typeof(MessageKeyEscrow), typeof(DelegatingRatchetFunctions), Ratchet];
        Assert.That(functions.Select(Seam.Of), Has.All.EqualTo(Ratchet));
        Assert.That(() => Seam.Of(typeof(Authority)), Throws.ArgumentException);
    }

    [Test]
    public void TheRatchetLeavesThePapersFunctionsOpen() => Assert.That(
        Seam.Functions(Ratchet).Select(function => function.Name),
        Is.EqualTo((string[])["GenerateDh", "Dh", "KdfRk", "KdfCk", "KdfHybrid", "Encrypt", "Decrypt", "Header", "Concat", "Parse"]));

    [Test]
    public void OverloadsAndPropertiesAreOneFunctionEach() =>
        Assert.That(Seam.Functions(typeof(Greeting)).Select(function => function.Name), Is.EqualTo((string[])["Hello", "Bye", "Comma", "Stop"]));

    [Test]
    public void AnEscrowRunsAroundSignalsFunctions()
    {
        Type[] suite = [typeof(SignalFunctions), typeof(MessageKeyEscrow)];
        Assert.That(Seam.Running(suite, new(Ratchet, "GenerateDh")), Is.EqualTo((Type[])[typeof(SignalFunctions)]));
        IReadOnlyList<Type> encrypt = Seam.Running(suite, new(Ratchet, "Encrypt"));
        Assert.That(encrypt, Has.Count.EqualTo(2));
        Assert.That(encrypt[0].IsAssignableFrom(typeof(MessageKeyEscrow)) && encrypt[1] == typeof(SignalFunctions));
    }

    [TestCase("Hello", typeof(TitledGreeting), typeof(PlainGreeting))]
    [TestCase("Bye", typeof(PlainGreeting))]
    [TestCase("Comma", typeof(PlainGreeting))]
    [TestCase("Stop", typeof(Greeting))]
    public void WhatOnlyPassesOnDoesNotCount(string function, params Type[] running) =>
        Assert.That(Seam.Running([typeof(PlainGreeting), typeof(DoctorGreeting)], new(typeof(Greeting), function)), Is.EqualTo(running));

    [TestCase("Hello", typeof(SwappingGreeting), typeof(TitledGreeting), typeof(PlainGreeting))]
    [TestCase("Bye", typeof(SwappingGreeting))]
    [TestCase("Comma", typeof(SwappingGreeting), typeof(PlainGreeting))]
    [TestCase("Stop", typeof(Greeting))]
    public void WhatPassesOnSomethingElseOrElsewhereCounts(string function, params Type[] running) => Assert.That(
        Seam.Running([typeof(PlainGreeting), typeof(SirGreeting), typeof(SwappingGreeting)], new(typeof(Greeting), function)), Is.EqualTo(running));

    [Test]
    public void ABodyThatCallsNoInnerOneEndsTheList()
    {
        Type plain = typeof(PlainGreeting), sir = typeof(SirGreeting);
        Assert.That(Seam.Running([plain, sir], new(typeof(Greeting), "Stop")), Is.EqualTo((Type[])[sir]));
        Assert.That(Seam.Running([sir, plain], new(typeof(Greeting), "Hello")), Is.EqualTo((Type[])[plain]));
    }

    [Test]
    public void WhatAClassBetweenLeavesOpenIsAFunctionToo()
    {
        Type plain = typeof(PlainGreeting), doctor = typeof(DoctorGreeting), sir = typeof(SirGreeting);
        OpenFunction title = Seam.Between([plain, doctor, sir]).Single();
        Assert.That(title, Is.EqualTo(new OpenFunction(typeof(TitledGreeting), "Title")));
        Assert.That(Seam.Running([plain, doctor], title), Is.EqualTo((Type[])[doctor]));
        var seam = new SeamDifference(typeof(Greeting), [plain, doctor], [plain, sir]);
        Assert.That(seam.Different.Select(function => function.Function.Name), Is.EqualTo((string[])["Stop"]));
        Assert.That(seam.DifferentBetween.Single().Bodies.Select(body => body.Text), Is.EqualTo((string[])[
            "protected override string Title(string name) => $\"Sir {name}\";", "protected override string Title(string name) => $\"Dr. {name}\";"]));
    }

    [Test]
    public void ABodyComesWithItsOverloadsAndWithWhatItCallsInItsClass()
    {
        FunctionBody hello = Seam.Body(typeof(PlainGreeting), "Hello");
        Assert.That(hello.Text.Split("\n\n"), Has.Length.EqualTo(2));
        Assert.That(hello.Helpers, Has.Count.EqualTo(2));
        Assert.That(hello.Helpers[0], Does.StartWith("private static string Repeat("));
        Assert.That(hello.Helpers[1], Does.StartWith("private static string Joined("));
        Assert.That(Seam.Body(typeof(PlainGreeting), "Bye").Helpers, Is.Empty);
    }

    [Test]
    public void AnEmptySuiteRunsNothing() => Assert.That(Seam.Running([], new(Ratchet, "Encrypt")), Is.Empty);

    [TestCaseSource(nameof(Designs))]
    public void ADesignNamesTheFunctionsThatItsPhonesReallyRun(string id)
    {
        Design design = Design.Named(id);
        Type[] seams = [.. Design.All.SelectMany(each => each.Functions).Select(Seam.Of).Distinct()];
        Script script = TestScripts.Between("AB");
        IDeployment deployment = design.Deploy(script, new SeededRandom(1));
        // What comes into force one day is in force then, and what an app can be talked into is spoken.
        deployment.Tap(RollBackTheVersion.On(new Transcript([], deployment.IdentityKeys, []), "Alice"));
        deployment.Send(script.Messages[0] with { Time = script.Messages[0].Time.AddDays(2) });
        Type[] found = [.. ObjectGraph.Of(deployment).Select(part => part.GetType())
            .Where(type => seams.Any(seam => seam.IsAssignableFrom(type))).Distinct()];
        foreach (Type seam in seams)
            Assert.That(found.Where(seam.IsAssignableFrom).Reverse(), Is.EqualTo(design.Functions.Where(seam.IsAssignableFrom).Distinct()), seam.Name);
    }
}
