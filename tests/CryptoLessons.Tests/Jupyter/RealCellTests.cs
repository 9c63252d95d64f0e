using System.Net;
using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Jupyter;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Jupyter;

/// <summary>Kernels with the engine that runs C#.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RealCellTests : IDisposable
{
    private static readonly ConnectionFile Anywhere = new(IPAddress.Loopback, 0, 0, 0, 0, 0, "a key"u8.ToArray());

    private readonly CellEngine engine = new() { Patience = TimeSpan.FromMilliseconds(500) };
    private readonly Kernel kernel;
    private readonly JupyterClient client;

    public RealCellTests()
    {
        kernel = new Kernel(Anywhere, engine, new SeededRandom(1), TimeProvider.System);
        client = new JupyterClient(kernel.Connection);
    }

    public void Dispose()
    {
        client.Dispose();
        kernel.Dispose();
    }

    [Test]
    public void ErrorsNameACellByTheNumberThatThePageShows()
    {
        client.Run("int x = 1;", silent: true);
        client.Run("");
        var (reply, told) = client.Run("\nthrow new InvalidOperationException(\"no such letter\");");
        Assert.That((told[0]["execution_count"], reply["execution_count"]), Is.EqualTo(("2", "2")));
        Assert.That(reply["ename"], Is.EqualTo("System.InvalidOperationException"));
        Assert.That(reply.Content["traceback"]!.AsArray().Select(line => line!.ToString()), Has.Some.Contains("In[2] line 2"));
        Assert.That(client.Run("x").Told[^1].Content["data"]!["text/plain"]!.ToString(), Is.EqualTo("1"));
    }

    [Test]
    public void AnEndlessLoopIsInterruptedAndStateStays()
    {
        client.Run("int x = 1;");
        string loop = client.Execute("Console.WriteLine(\"begun\"); while (true) { x = 2; }");
        Interrupt(loop);
        Assert.That(client.ToldOf(loop)[^2].Type, Is.EqualTo("error"));
        Assert.That(client.Reply()["ename"], Is.EqualTo("Interrupted"));
        Assert.That(client.Run("x").Told[^1].Content["data"]!["text/plain"]!.ToString(), Is.EqualTo("2"));
    }

    [Test]
    public void SaysThatItHasToBeRestartedWhenACellCannotBeStopped()
    {
        using var go = new ManualResetEventSlim();
        AppContext.SetData(nameof(RealCellTests), (Action)(() => Busy(go)));
        string stuck = client.Execute($"Console.WriteLine(\"begun\"); ((Action)AppContext.GetData(\"{nameof(RealCellTests)}\")!)();");
        Interrupt(stuck);
        Assert.That(client.ToldOf(stuck)[^2]["evalue"], Does.Contain("restart the kernel"));
        Assert.That(client.Reply()["ename"], Is.EqualTo("Interrupted"));
        Assert.That(client.Run("1").Reply["evalue"], Does.Contain("restart the kernel"));
        go.Set();
    }

    [Test]
    public void TwoKernelsDoNotSeeEachOther()
    {
        using var another = new Kernel(Anywhere, new CellEngine(), new SeededRandom(2), TimeProvider.System);
        using var other = new JupyterClient(another.Connection);
        string[] running = [client.Execute("var whose = \"Alice\"; for (int i = 0; i < 100; i++) { Console.Write(whose); await Task.Delay(1); }"),
            other.Execute("var whose = \"Bob\"; for (int i = 0; i < 100; i++) { Console.Write(whose); await Task.Delay(1); }")];
        Assert.That(Written(client.ToldOf(running[0])), Is.EqualTo(string.Concat(Enumerable.Repeat("Alice", 100))));
        Assert.That(Written(other.ToldOf(running[1])), Is.EqualTo(string.Concat(Enumerable.Repeat("Bob", 100))));
    }

    private static string Written(IEnumerable<JupyterMessage> told) => string.Concat(told.Select(message => message["text"]));

    // Code that is no cell's, never waits and holds no check: nothing stops it but the test.
    private static void Busy(ManualResetEventSlim go)
    {
        while (!go.IsSet)
            Thread.SpinWait(1000);
    }

    private void Interrupt(string running)
    {
        while (client.Told() is var message && (message.Parent != running || message["text"]?.Contains("begun", StringComparison.Ordinal) != true))
            continue;
        client.Ask(client.Control, "interrupt_request", []);
        Assert.That(client.Read(client.Control.Receive())["status"], Is.EqualTo("ok"));
    }
}
