using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using CryptoLessons.Benchmarks.Reports;
using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Jupyter;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Tests.Jupyter;

namespace CryptoLessons.Benchmarks.Notebooks;

/// <summary>A kernel in a process of its own. Times are in seconds from the start of the process.</summary>
/// <param name="KnowsItself">When a front end has its first <c>kernel_info_reply</c>.</param>
/// <param name="RanACell">When it has its first <c>execute_reply</c>, to a small cell.</param>
/// <param name="LaterCell">How long the second such cell takes from request to reply.</param>
internal sealed record KernelProcess(double KnowsItself, double RanACell, double LaterCell)
{
    /// <summary>What to write behind <c>--</c> on the command line.</summary>
    public const string Verb = "notebook-kernel";

    private static readonly ConnectionFile Anywhere = new(IPAddress.Loopback, 0, 0, 0, 0, 0, Encoding.ASCII.GetBytes(Verb));

    /// <summary>Starts this program once more, and talks to it as Jupyter does.</summary>
    /// <exception cref="InvalidOperationException">The process failed, or its kernel.</exception>
    public static KernelProcess Run()
    {
        ProcessStartInfo program = ThisProgram.With(Verb);
        program.RedirectStandardOutput = true;
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(program)!;
        string told = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The kernel did not start.");
        int[] ports = JsonSerializer.Deserialize<int[]>(told)!;
        using var client = new JupyterClient(Anywhere with { Shell = ports[0], Control = ports[1], Heartbeat = ports[2], IoPub = ports[3] });
        client.Ask("kernel_info_request", []);
        Expect(client, "kernel_info_reply");
        double knows = Stopwatch.GetElapsedTime(start).TotalSeconds;
        client.Execute("int a = 20;\na");
        Expect(client, "execute_reply");
        double ran = Stopwatch.GetElapsedTime(start).TotalSeconds;
        client.Execute("a += 1;\na");
        Expect(client, "execute_reply");
        double later = Stopwatch.GetElapsedTime(start).TotalSeconds - ran;
        client.Ask(client.Control, "shutdown_request", new() { ["restart"] = false });
        process.WaitForExit();
        return new(knows, ran, later);
    }

    /// <summary>The other end of <see cref="Run"/>: a kernel that says where it listens.</summary>
    public static int RunHere(TextWriter output)
    {
        using var engine = new CellEngine();
        using var kernel = new Kernel(Anywhere, engine, RandomSource.System, TimeProvider.System);
        ConnectionFile here = kernel.Connection;
        output.WriteLine(JsonSerializer.Serialize((int[])[here.Shell, here.Control, here.Heartbeat, here.IoPub]));
        kernel.Wait();
        return 0;
    }

    private static void Expect(JupyterClient client, string type)
    {
        JupyterMessage reply = client.Reply();
        if (reply.Type != type || reply["status"] != "ok")
            throw new InvalidOperationException($"Instead of {type} the kernel said {reply}.");
    }
}
