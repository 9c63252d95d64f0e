using CryptoLessons.Lessons;
using CryptoLessons.Notebooks.Cells;
using NUnit.Framework;

namespace CryptoLessons.Tests.Notebooks;

/// <summary>What a cell writes and displays is its own, whole and in order, whatever else the process does.</summary>
public class CellConsoleTests
{
    private const int TenMillion = 10_000_000;

    private CellEngine engine = null!;

    [SetUp]
    public void Begin() => engine = new();

    [TearDown]
    public void End() => engine.Dispose();

    [Test]
    public void OutputsComeInTheOrderInWhichTheyWereMade()
    {
        CellRun run = Run("""
            using static CryptoLessons.Lessons.Blackboard;
            Console.Write("a"); Console.WriteLine("b"); Console.Error.WriteLine("c"); Display("d"); Console.Write("e"); "f"
            """);
        Assert.That(run.Outputs, Is.EqualTo((CellOutput[])[
            new StreamOutput("stdout", "ab\n"), new StreamOutput("stderr", "c\n"), new DisplayOutput(new Exhibit("d"), false),
            new StreamOutput("stdout", "e"), new DisplayOutput(new Exhibit("f"), true)]));
    }

    [Test]
    public void OutputsComeWhileTheCellRuns()
    {
        using var stop = new CancellationTokenSource();
        engine.Run("Console.WriteLine(\"now\"); while (true) ;", _ => stop.Cancel(), stop.Token);
        Assert.That(stop.IsCancellationRequested);
    }

    [Test]
    public void AnExhibitKeepsItsForms() => Assert.That(
        Run("new CryptoLessons.Lessons.Exhibit(\"t\") { Html = \"<b>t</b>\", Svg = \"<svg/>\" }").Outputs,
        Is.EqualTo((CellOutput[])[new DisplayOutput(new Exhibit("t") { Html = "<b>t</b>", Svg = "<svg/>" }, true)]));

    [TestCase("Console.Write(new string('x', 10_000_000));")]
    [TestCase("for (int i = 0; i < 1_000_000; i++) Console.Write(\"xxxxxxxxxx\");")]
    public void TenMegabytesArrive(string code)
    {
        CellRun run = Run(code);
        Assert.That(run.Written, Has.Length.EqualTo(TenMillion).And.Matches<string>(text => text.AsSpan().IndexOfAnyExcept('x') < 0));
        Assert.That(run.Outputs, Has.Count.LessThan(1000), "small writes become one output");
        Assert.That(run.Complained, Is.Empty);
    }

    [TestCase("for (int i = 0; i < 1_000_000; i++) Console.Write(line);")]
    [TestCase("for (int i = 0; i < 1_000_000; i++) CryptoLessons.Lessons.Blackboard.Display(line);")]
    public void AFloodIsCutAndSaysSo(string code)
    {
        CellRun run = Run($"string line = new string('x', 100); {code}");
        Assert.That(run.Outcome, Is.EqualTo(CellOutcome.Done));
        Assert.That(run.Written.Length + run.Shown.Sum(text => (long)text.Length), Is.GreaterThan(1_000_000).And.LessThanOrEqualTo(CellScreen.Room));
        Assert.That(run.Complained, Does.Contain("left out"));
        Assert.That(Run("1").Value, Is.EqualTo("1"), "the next cell has room again");
    }

    [Test]
    public void UnicodeArrivesWhole()
    {
        const string Text = "Grüße, Ωμέγα, 你好, \U0001F600, e\u0301";
        Assert.That(Run($"Console.Write(\"{Text}\");").Written, Is.EqualTo(Text));
        CellRun run = Run("foreach (char c in string.Concat(Enumerable.Repeat(\"\U0001F600\", 100_000))) Console.Write(c);");
        Assert.That(run.Written, Has.Length.EqualTo(200_000));
        Assert.That(run.Outputs.OfType<StreamOutput>().Select(output => output.Text), Has.All.Matches<string>(
            text => char.IsHighSurrogate(text[0]) && char.IsLowSurrogate(text[^1])), "no output ends within a character");
    }

    [Test]
    public void NobodyIsAtTheKeyboard() => Assert.That(
        Run("(Console.ReadLine() is null, Console.Read(), Console.In.Peek(), Console.In.ReadToEnd())").Value, Is.EqualTo("(True, -1, -1, )"));

    [Test]
    public void TasksAndThreadsOfACellWriteIntoIt()
    {
        CellRun run = Run("""
            await Task.Run(() => Console.Write("a"));
            var t = new Thread(() => CryptoLessons.Lessons.Blackboard.Display("b")); t.Start(); t.Join();
            Parallel.For(0, 100, i => Console.Write("c"));
            await Console.Out.WriteLineAsync("d");
            """);
        Assert.That(run.Written, Is.EqualTo("a" + new string('c', 100) + "d\n"));
        Assert.That(run.Shown, Is.EqualTo((string[])["b"]));
    }

    [Test]
    public void WhatACellLeftRunningWritesIntoNoOther()
    {
        Run("var go = new ManualResetEventSlim(); var left = Task.Run(() => { go.Wait(); Console.Write(\"late\"); });");
        CellRun run = Run("go.Set(); left.Wait(); Console.Write(\"own\");");
        Assert.That(run.Written, Is.EqualTo("own"));
    }

    [Test]
    public void ACellThatTakesTheConsoleAwayDoesNotTakeItFromTheNext()
    {
        TextWriter before = Console.Out;
        try
        {
            Run("Console.SetOut(System.IO.TextWriter.Null);");
            Assert.That(Run("Console.Write(1);").Written, Is.EqualTo("1"));
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    [Test]
    public void TwoNotebooksAtOnceDoNotMix()
    {
        const string Code = """
            await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (i, stop) =>
            {
                Console.Write(own);
                await Task.Yield();
                CryptoLessons.Lessons.Blackboard.Display(own);
                Console.Error.Write(own);
            });
            """;
        string[] names = ["a", "b", "c"];
        CellEngine[] engines = [.. names.Select(_ => new CellEngine())];
        CellRun[] runs = new CellRun[names.Length];
        using var together = new Barrier(names.Length);
        Thread[] threads = [.. names.Select((name, index) => new Thread(() =>
        {
            CellRun.Of(engines[index], $"string own = \"{name}\";");
            together.SignalAndWait();
            runs[index] = CellRun.Of(engines[index], Code);
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Array.ForEach(engines, each => each.Dispose());
        foreach (var (name, run) in names.Zip(runs))
        {
            string expected = string.Concat(Enumerable.Repeat(name, 200));
            Assert.That((run.Written, run.Complained, string.Concat(run.Shown)), Is.EqualTo((expected, expected, expected)));
        }
    }

    [Test]
    public void WhoeverShowsAnOutputMayWriteItselfWithoutBeingTakenForTheCell()
    {
        var shown = new List<CellOutput>();
        engine.Run("for (int i = 0; i < 10_000; i++) Console.WriteLine(i);", output => { shown.Add(output); Console.Write(""); Blackboard.Display("host"); });
        Assert.That(shown, Is.Not.Empty.And.All.InstanceOf<StreamOutput>());
    }

    private CellRun Run(string code) => CellRun.Of(engine, code);
}
