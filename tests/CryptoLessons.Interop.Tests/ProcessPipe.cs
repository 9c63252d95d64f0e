using System.Diagnostics;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>A process that answers a JSON object a line: <c>cryptolessons peer</c> or the bridge to Signal's library.</summary>
internal sealed class ProcessPipe : Pipe
{
    // Far more than any answer takes; without it a process that does not answer would hang the run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;

    public ProcessPipe(string program, params string[] arguments) =>
        process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    public override JsonObject Ask(JsonObject request)
    {
        process.StandardInput.WriteLine(request.ToJsonString());
        process.StandardInput.Flush();
        return ReadAnswer();
    }

    public override JsonObject[] AskAll(IReadOnlyList<JsonObject> requests)
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

    public override void End()
    {
        process.StandardInput.Close();
        Assert.That(process.StandardOutput.ReadToEnd(), Is.Empty);
        Assert.That(process.WaitForExit(Patience), Is.True, "the process did not end with its input");
        Assert.That(process.ExitCode, Is.Zero);
    }

    public override void Dispose()
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
