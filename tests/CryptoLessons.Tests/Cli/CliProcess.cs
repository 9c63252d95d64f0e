using System.Diagnostics;
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

    private static string Assembly => Path.Combine(AppContext.BaseDirectory, typeof(CommandLine).Assembly.GetName().Name + ".dll");

    // The SDK tells its children which dotnet started them; a test host started by other means uses the one on the path.
    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    private static CliProcess Start(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        using var output = new MemoryStream();
        Task reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{string.Join(' ', start.ArgumentList)} did not end within {Patience}.");
        }
        reading.Wait();
        return new(process.ExitCode, output.ToArray(), complaints.Result);
    }
}
