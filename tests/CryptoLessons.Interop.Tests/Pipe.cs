using System.Diagnostics;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>A process that answers a JSON object a line: ours or the bridge to Signal's library.</summary>
internal sealed class Pipe : IDisposable
{
    // Far more than any answer takes; without it a process that does not answer would hang the run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private Pipe(string program, params string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    /// <summary>A new <c>cryptolessons peer</c>.</summary>
    public static Pipe Ours() => new(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "CryptoLessons.Cli.dll"), "peer");

    /// <summary>A new bridge to Signal's own library.</summary>
    public static Pipe Libsignal(Release release) => new("node", LibsignalPackage.Bridge, release.Version);

    /// <summary>A new process of that side.</summary>
    public static Pipe Of(Side side, Release release) => side == Side.Ours ? Ours() : Libsignal(release);

    /// <summary>Sends a request and waits for its answer.</summary>
    public JsonObject Ask(JsonObject request)
    {
        process.StandardInput.WriteLine(request.ToJsonString());
        process.StandardInput.Flush();
        return ReadAnswer();
    }

    /// <summary>Sends many requests and does not wait for an answer before the next, which saves most of the time.</summary>
    public JsonObject[] AskAll(IReadOnlyList<JsonObject> requests)
    {
        // Beside the reading: a process that cannot get rid of its answers takes no more requests.
        Task sending = Task.Run(() =>
        {
            foreach (JsonObject request in requests)
                process.StandardInput.WriteLine(request.ToJsonString());
            process.StandardInput.Flush();
        });
        JsonObject[] answers = [.. requests.Select(_ => ReadAnswer())];
        sending.GetAwaiter().GetResult();
        return answers;
    }

    /// <summary>Ends the input. The process has nothing more to say and ends well.</summary>
    public void End()
    {
        process.StandardInput.Close();
        Assert.That(process.StandardOutput.ReadToEnd(), Is.Empty);
        Assert.That(process.WaitForExit(Patience), Is.True, "the process did not end with its input");
        Assert.That(process.ExitCode, Is.Zero);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private JsonObject ReadAnswer()
    {
        using var patience = new CancellationTokenSource(Patience);
        string? line = process.StandardOutput.ReadLineAsync(patience.Token).AsTask().GetAwaiter().GetResult();
        Assert.That(line, Is.Not.Null, "the process ended instead of answering");
        return JsonNode.Parse(line!)!.AsObject();
    }
}
