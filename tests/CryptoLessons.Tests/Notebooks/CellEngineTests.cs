using CryptoLessons.Notebooks.Cells;
using NUnit.Framework;

namespace CryptoLessons.Tests.Notebooks;

/// <summary>What a cell declares, later cells see; its last value is shown; what is wrong with it is told with cell and line.</summary>
public class CellEngineTests
{
    private CellEngine engine = null!;

    [SetUp]
    public void Begin() => engine = new();

    [TearDown]
    public void End() => engine.Dispose();

    [Test]
    public void LaterCellsSeeWhatEarlierOnesDeclared()
    {
        Run("using System.Text;\nint x = 20; int Twice(int n) => 2 * n; record Pair(int Left, int Right);");
        Assert.That(Run("new StringBuilder().Append(new Pair(x, Twice(x)))").Value, Is.EqualTo("Pair { Left = 20, Right = 40 }"));
        Assert.That(engine.Count, Is.EqualTo(2));
    }

    [Test]
    public void AVariableMayBeDeclaredAgain()
    {
        Run("int x = 1;");
        Run("string x = \"one\";");
        Assert.That(Run("x").Value, Is.EqualTo("one"));
    }

    [TestCase("int y = 2; throw new System.Exception();")]
    [TestCase("int y = 2; int z = nothing;")]
    public void AFailedCellDeclaresNothingAndLosesNothing(string failing)
    {
        Run("int x = 1;");
        Assert.That(Run(failing).Outcome, Is.EqualTo(CellOutcome.Failed));
        Assert.That(Run("y").Error!.Name, Is.EqualTo("CS0103"));
        Assert.That(Run("x").Value, Is.EqualTo("1"));
    }

    [TestCase("1 + 1", "2")]
    [TestCase("1.5", "1.5")]
    [TestCase("int x = 3;\nx // the last", "3")]
    [TestCase("string? none = null; none", "null")]
    [TestCase("\"a\\nb\"", "a\nb")]
    [TestCase("new CryptoLessons.Lessons.Exhibit(\"exhibited\")", "exhibited")]
    [TestCase("await System.Threading.Tasks.Task.FromResult(7)", "7")]
    [TestCase("Math.Max(1, 2);", null)]
    [TestCase("int x = 1;", null)]
    [TestCase("Console.Write(1)", null)]
    [TestCase("", null)]
    [TestCase("// nothing", null)]
    public void TheLastExpressionIsShownWhenItHasAValueAndNoSemicolon(string code, string? shown)
    {
        CellRun run = Run(code);
        Assert.That(run.Outcome, Is.EqualTo(CellOutcome.Done));
        Assert.That(run.Value, Is.EqualTo(shown));
    }

    [TestCase("#r \"nuget: CryptoLessons\"\n1")]
    [TestCase("#r \"nuget: CryptoLessons, 0.0.7\"\n1")]
    [TestCase("#r \"nuget:cryptolessons.protocol\"\n1")]
    [TestCase("#!/usr/bin/env dotnet\n#:property PublishAot=false\n#:project ../x.csproj\n1")]
    [TestCase("int x = 1;\n#!csharp\n#:package X\nx")]
    public void LinesForOtherToolsAreComments(string code) => Assert.That(Run(code).Value, Is.EqualTo("1"));

    [Test]
    public void ALineOfATextIsNoDirective() =>
        Assert.That(Run("\"\"\"\n#r \"nuget: X\"\n#: y\n\"\"\"").Value, Is.EqualTo("#r \"nuget: X\"\n#: y"));

    [Test]
    public void SaysThatAnotherPackageIsNotAvailable()
    {
        CellRun run = Run("using System;\n#r \"nuget: Some.Package, 1.0\"\nConsole.Write(1);");
        Assert.That(run.Outcome, Is.EqualTo(CellOutcome.Failed));
        Assert.That(run.Error!.Message, Does.Contain("Some.Package is not available here"));
        Assert.That(run.Error.Trace, Has.One.StartsWith("In[1](2,1): error"));
        Assert.That(run.Written, Is.Empty);
    }

    [Test]
    public void TheCourseIsThisVeryInstallation() => Assert.That(
        Run("typeof(CryptoLessons.Lessons.Blackboard).Assembly.Location").Value, Is.EqualTo(typeof(CryptoLessons.Lessons.Blackboard).Assembly.Location));

    [TestCase("CryptoLessons.Protocol.Primitives.HmacSha256", true)]
    [TestCase("System.Net.Http.HttpClient", true)]
    [TestCase("System.Text.Json.JsonDocument", true)]
    [TestCase("Microsoft.CodeAnalysis.Compilation", false)]
    [TestCase("CryptoLessons.Cli.CommandLine", false)]
    public void ACellHasTheCourseAndThePlatform(string type, bool seen) =>
        Assert.That(Run($"_ = nameof({type});").Outcome, Is.EqualTo(seen ? CellOutcome.Done : CellOutcome.Failed));

    [Test]
    public void KnowsTheNewestLanguage() =>
        Assert.That(Run("class Counter { public int N { get => field + 1; set; } }\nvar c = new Counter(); c?.N = 4; c.N").Value, Is.EqualTo("5"));

    [Test]
    public void WarningsAreNotShown() => Assert.That(Run("#warning careful\nint never; string s = null; int unused = 1;").Outputs, Is.Empty);

    [Test]
    public void ACompilersComplaintNamesCellLineAndColumn()
    {
        Run("int x = 1;");
        ErrorOutput error = Run("x = 2;\n  y = 3; x = z;").Error!;
        Assert.That(error.Name, Is.EqualTo("CS0103"));
        Assert.That(error.Trace, Is.EqualTo((string[])[
            "In[2](2,3): error CS0103: The name 'y' does not exist in the current context",
            "In[2](2,14): error CS0103: The name 'z' does not exist in the current context"]));
    }

    // Loops and lambdas have something written into them: columns stay those of the cell all the same.
    [TestCase("for (int i = 0; i < 1; i++) Console.Write(i + y);", 47)]
    [TestCase("Func<int, int> f = i => { return y; };", 34)]
    public void AComplaintBehindACheckNamesTheCellsOwnColumn(string code, int column) =>
        Assert.That(Run(code).Error!.Trace, Has.One.StartsWith($"In[1](1,{column}): error CS0103"));

    [Test]
    public void AnExceptionNamesTheLinesThatLedToIt()
    {
        Run("\nint Divide(int by) =>\n    1 / by;");
        ErrorOutput error = Run("int none = 0;\nfor (int i = 0; i < 1; i++)\n{\n    Divide(none);\n}").Error!;
        Assert.That(error.Name, Is.EqualTo("System.DivideByZeroException"));
        Assert.That(error.Trace.Skip(1), Is.EqualTo((string[])["   at In[1] line 3", "   at In[2] line 4"]));
    }

    [Test]
    public void AnExceptionOutOfTheLibraryNamesTheCallThatThrew()
    {
        ErrorOutput error = Run("\nint.Parse(\"one\");").Error!;
        Assert.That(error.Trace, Has.Some.Contain("at System.Int32.Parse").And.Some.EqualTo("   at In[1] line 2"));
    }

    [TestCase("System.Threading.Tasks.Task.Run(() => throw new System.ArgumentException(\"meant\")).Wait();")]
    [TestCase("throw new System.AggregateException(new System.AggregateException(new System.ArgumentException(\"meant\")));")]
    [TestCase("await System.Threading.Tasks.Task.Run(() => throw new System.ArgumentException(\"meant\"));")]
    public void WhatATaskWrapsAroundAnExceptionIsTakenOff(string code)
    {
        ErrorOutput error = Run(code).Error!;
        Assert.That((error.Name, error.Message), Is.EqualTo(("System.ArgumentException", "meant")));
    }

    [Test]
    public void TheCauseOfAnExceptionIsToldToo()
    {
        ErrorOutput error = Run("throw new System.IO.IOException(\"outside\", new System.ArgumentException(\"inside\"));").Error!;
        Assert.That(error.Message, Is.EqualTo("outside\nSystem.ArgumentException: inside"));
        Assert.That(error.Trace, Does.Contain("System.IO.IOException: outside").And.Contain("System.ArgumentException: inside"));
    }

    [Test]
    public void AnExceptionOfWhatNobodyAwaitsInTheCellIsTheCells()
    {
        ErrorOutput error = Run(
            "async void Later() { await Task.Yield(); throw new ArgumentException(\"late\"); }\nLater(); await Task.Delay(-1);").Error!;
        Assert.That(error.Message, Is.EqualTo("late"));
    }

    [Test]
    public void WhatIsAwaitedComesBackToTheThreadOfTheCell() => Assert.That(
        Run("int thread = Environment.CurrentManagedThreadId; await Task.Delay(1); await Task.Yield(); thread == Environment.CurrentManagedThreadId").Value,
        Is.EqualTo("True"));

    [Test]
    public void TwoCellsDoNotRunAtOnce()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => engine.Run("1", _ => engine.Run("2", _ => { })));
        Assert.That(thrown.Message, Does.Contain("Another cell"));
        Assert.That(Run("3").Value, Is.EqualTo("3"), "and it runs on");
    }

    [Test]
    public void RunsNothingMoreWhenItIsDisposedOf()
    {
        engine.Dispose();
        Assert.That(() => Run("1"), Throws.InstanceOf<ObjectDisposedException>());
    }

    private CellRun Run(string code) => CellRun.Of(engine, code);
}
