using System.Diagnostics;
using System.Globalization;
using System.Text;
using CryptoLessons.Cli;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>One run of the command as a process of its own, as a shell starts it.</summary>
internal sealed record CliProcess(int Status, byte[] Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Starts the command from the build output and waits for its end.</summary>
    /// <param name="environment">Variables to be set.</param>
    /// <param name="args">The arguments.</param>
    public static CliProcess Of(IReadOnlyDictionary<string, string> environment, params string[] args) =>
        Start(new ProcessStartInfo(DotNet, [Assembly, .. args]), environment);

    /// <summary>Starts the command under a POSIX shell with a redirection, such as <c>&gt; /dev/full</c>.</summary>
    public static CliProcess Redirected(string redirection, params string[] args) =>
        Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec \"$@\" {redirection}", "sh", DotNet, Assembly, .. args]), new Dictionary<string, string>());

    /// <summary>Starts the command, waits until standard error says something, and then presses Ctrl+C; where there is a POSIX shell.</summary>
    /// <param name="until">What standard error says when it is time.</param>
    /// <param name="args">The arguments.</param>
    public static CliProcess Interrupted(string until, params string[] args) =>
        Start(new ProcessStartInfo(DotNet, [Assembly, .. args]), new Dictionary<string, string>(), (process, said) =>
        {
            if (!said.Contains(until, StringComparison.Ordinal))
                return false;
            using Process kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -INT {process.Id}")]);
            kill.WaitForExit();
            return true;
        });

    /// <summary>Starts the command and kills it at a moment, as a power cut does: it gets no chance to say or to tidy anything.</summary>
    /// <param name="when">Asked again and again.</param>
    /// <param name="args">The arguments.</param>
    public static void Killed(Func<bool> when, params string[] args)
    {
        var start = new ProcessStartInfo(DotNet, [Assembly, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)
            ?? throw new InvalidOperationException($"{DotNet} did not start.");
        long began = Stopwatch.GetTimestamp();
        while (!when())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                Assert.Fail($"{string.Join(' ', args)} was not killed within {Patience}, or had ended by itself.");
            Thread.Sleep(1);
        }
        process.Kill();
        process.WaitForExit();
    }

    private static string Assembly => Path.Combine(AppContext.BaseDirectory, typeof(CommandLine).Assembly.GetName().Name + ".dll");

    // The SDK tells its children which dotnet started them; a test host started by other means uses the one on the path.
    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    /// <param name="start">What to start.</param>
    /// <param name="environment">Variables to be set.</param>
    /// <param name="watch">Told each line of standard error until it says that it has seen enough; null for nobody.</param>
    private static CliProcess Start(
        ProcessStartInfo start, IReadOnlyDictionary<string, string> environment, Func<Process, string, bool>? watch = null)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        using var output = new MemoryStream();
        Task reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        Task<string> complaints = Listen(process, watch);
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{string.Join(' ', start.ArgumentList)} did not end within {Patience}.");
        }
        reading.Wait();
        return new(process.ExitCode, output.ToArray(), complaints.Result);
    }

    private static async Task<string> Listen(Process process, Func<Process, string, bool>? watch)
    {
        var said = new StringBuilder();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Append(line).Append(Environment.NewLine);
            if (watch?.Invoke(process, line) == true)
                watch = null;
        }
        return said.ToString();
    }
}
