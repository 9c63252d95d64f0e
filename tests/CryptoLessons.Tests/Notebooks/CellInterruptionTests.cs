using CryptoLessons.Notebooks.Cells;
using NUnit.Framework;

namespace CryptoLessons.Tests.Notebooks;

/// <summary>Whatever loops or waits in a cell ends when it is interrupted; what cannot be ended is told, and nothing hangs.</summary>
public class CellInterruptionTests
{
    private static readonly string[] Endless =
    [
        "while (true) ;",
        "while (true) { }",
        "while (true) while (true) if (DateTime.Now.Year < 0) break; else continue;",
        "do { } while (true);",
        "for (;;) ;",
        "IEnumerable<int> Ever() { while (true) yield return 1; }\nforeach (int i in Ever()) ;",
        "IEnumerable<(int, int)> Ever() { while (true) yield return (1, 2); }\nforeach (var (a, b) in Ever()) { }",
        "async IAsyncEnumerable<int> Ever() { while (true) { await Task.Yield(); yield return 1; } }\nawait foreach (int i in Ever()) ;",
        "again: goto again;",
        "void Turn() { while (true) { } }\nTurn();",
        "class Turning { public void Turn() { for (;;) { } } }\nnew Turning().Turn();",
        "Action turn = delegate { while (true) { } };\nturn();",
        "Enumerable.Range(0, int.MaxValue).Count(i => { return i < 0; });",
        "Enumerable.Range(0, int.MaxValue).Select(i => i + 1).Count(i => i < 0);",
        "bool Never(int i) => i < 0;\nEnumerable.Range(0, int.MaxValue).Count(Never);",
        "int n = 0; Array.ForEach(new int[int.MaxValue / 64], i => n += Enumerable.Range(0, 1000).Count(j => j == i));",
        "while (true) try { Thread.Sleep(-1); } catch { }",
        "while (true) Console.Write(\"\");",
        "Thread.Sleep(-1);",
        "await Task.Delay(-1);",
        "new ManualResetEventSlim().Wait();",
        "new TaskCompletionSource().Task.Wait();",
        "Task.Run(() => { while (true) ; }).Wait();",
        "await Task.Run(() => { while (true) ; });",
        "var t = new Thread(() => { while (true) ; }); t.Start(); t.Join();",
        "new Timer(_ => { while (true) ; }, null, 0, -1); Thread.Sleep(-1);",
        "async void Turn() { await Task.Yield(); while (true) ; }\nawait Task.Run(Turn); await Task.Delay(-1);",
        "Parallel.For(0, int.MaxValue, i => { });",
    ];

    [TestCaseSource(nameof(Endless))]
    public void EndsWhatIsEndless(string code)
    {
        using var engine = new CellEngine { Patience = TimeSpan.FromMinutes(1) };
        CellRun.Of(engine, "int kept = 1;");
        CellRun run = CellRun.Interrupted(engine, $"Console.Write(\"{CellRun.Begun}\");\n{code}");
        Assert.That(run.Outcome, Is.EqualTo(CellOutcome.Interrupted));
        Assert.That(run.Error!.Name, Is.EqualTo("Interrupted"));
        Assert.That(engine.NeedsRestart, Is.False);
        Assert.That(CellRun.Of(engine, "await Task.Delay(1); Thread.Sleep(1); while (kept < 2) kept++; kept").Value, Is.EqualTo("2"), "later cells run");
    }

    [Test]
    public void SaysWhereItWas()
    {
        using var engine = new CellEngine();
        CellRun run = CellRun.Interrupted(engine, $"\nConsole.Write(\"{CellRun.Begun}\");\nwhile (true)\n    ;");
        Assert.That(run.Error!.Trace, Has.Some.Match(@"at In\[1\] line [34]"));
    }

    [Test]
    public void WhatAnEarlierCellDeclaredEndsToo()
    {
        using var engine = new CellEngine();
        CellRun.Of(engine, "void Turn() { while (true) ; }\nFunc<int, bool> never = i => i < 0;");
        Assert.That(CellRun.Interrupted(engine, $"Console.Write(\"{CellRun.Begun}\"); Turn();").Outcome, Is.EqualTo(CellOutcome.Interrupted));
        Assert.That(
            CellRun.Interrupted(engine, $"Console.Write(\"{CellRun.Begun}\"); Enumerable.Range(0, int.MaxValue).Count(never)").Outcome,
            Is.EqualTo(CellOutcome.Interrupted));
    }

    [Test]
    public void OneEnginesInterruptionLeavesOthersAlone()
    {
        using CellEngine one = new(), other = new();
        CellRun.Of(other, "int Count(int n) { int c = 0; while (c < n) c++; return c; }");
        CellRun.Interrupted(one, $"Console.Write(\"{CellRun.Begun}\"); while (true) ;");
        Assert.That(CellRun.Of(other, "Count(1000)").Value, Is.EqualTo("1000"));
    }

    [Test]
    public void DoesNotBeginWhatIsInterruptedAlready()
    {
        using var engine = new CellEngine();
        CellRun run = CellRun.Of(engine, "Console.Write(1);", new CancellationToken(canceled: true));
        Assert.That((run.Outcome, run.Written), Is.EqualTo((CellOutcome.Interrupted, "")));
    }

    [Test]
    public void AnExceptionLikeAnInterruptionIsAFailureWhenNobodyInterrupted()
    {
        using var engine = new CellEngine();
        Assert.That(CellRun.Of(engine, "throw new OperationCanceledException();").Outcome, Is.EqualTo(CellOutcome.Failed));
    }

    [Test]
    public void SaysWhatCannotBeEnded()
    {
        // No code of the cell's own runs in it, and nothing waits.
        const string Stubborn = "Enumerable.Range(0, 400_000_000).Select(Convert.ToInt64).Sum()";
        using var engine = new CellEngine { Patience = TimeSpan.Zero };
        CellRun run = CellRun.Interrupted(engine, $"Console.Write(\"{CellRun.Begun}\");\n{Stubborn}");
        Assert.That(run.Outcome, Is.EqualTo(CellOutcome.Interrupted));
        Assert.That(run.Error!.Message, Does.Contain("restart"));
        Assert.That(engine.NeedsRestart, Is.True);
        CellRun next = CellRun.Of(engine, "Console.Write(1);");
        Assert.That((next.Outcome, next.Written), Is.EqualTo((CellOutcome.Failed, "")));
        Assert.That(next.Error!.Message, Does.Contain("restart"));
    }

    [Test]
    public void ACellWhoseOutputNobodyTakesEnds()
    {
        using var engine = new CellEngine();
        Assert.That(
            () => engine.Run("Console.Write(1);\nwhile (true) ;", _ => throw new IOException("No space left.")),
            Throws.InstanceOf<IOException>().With.Message.EqualTo("No space left."));
        Assert.That(CellRun.Of(engine, "1").Value, Is.EqualTo("1"));
    }

    // A lambda's body becomes a block: what it is taken for stays the same.
    [TestCase("int n = 0; Action count = () => n++; count(); n", "1")]
    [TestCase("Func<int> seven = () => 7; seven()", "7")]
    [TestCase("Func<Task> wait = async () => await Task.Delay(1); await wait(); 1", "1")]
    [TestCase("Func<int, Task<int>> same = async i => await Task.FromResult(i); await same(2)", "2")]
    [TestCase("async Task Wait() => await Task.Delay(1);\nawait Wait(); 1", "1")]
    [TestCase("async Task<int> Same(int i) => await Task.FromResult(i);\nawait Same(2)", "2")]
    [TestCase("System.Linq.Expressions.Expression<Func<int, bool>> e = i => i > 3; e", "i => (i > 3)")]
    [TestCase("int[] ys = [2]; new[] { 1, 2 }.AsQueryable().Count(x => ys.Any(y => y == x))", "1")]
    [TestCase("int[] a = [5]; ref int First() => ref a[0];\nFirst() = 6; a[0]", "6")]
    [TestCase("Func<int> none = () => throw new Exception(); 1", "1")]
    [TestCase("int x = 3; string Sign() => x switch { > 0 => \"+\", _ => \"-\" };\nSign()", "+")]
    [TestCase("new[] { 3, 1, 2 }.OrderBy(i => i).Select((i, at) => i * at).Aggregate(0, (a, b) => a + b)", "8")]
    [TestCase("Func<Func<int, int>, Func<int, int>> twice = f => x => f(f(x)); twice(x => x * 3)(1)", "9")]
    [TestCase("var (n, go) = (0, true); foreach (var i in new[] { 1, 2 }) if (i == 1) goto next; else n = 5; next: n += 0;\nn", "0")]
    public void ACheckChangesNoMeaning(string code, string value)
    {
        using var engine = new CellEngine();
        CellRun run = CellRun.Of(engine, code);
        Assert.That(run.Error, Is.Null);
        Assert.That(run.Value, Is.EqualTo(value));
    }
}
