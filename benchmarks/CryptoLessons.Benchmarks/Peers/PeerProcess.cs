using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CryptoLessons.Benchmarks.Peers;

/// <summary>A peer in a process of its own, which stays for the whole comparison and answers on a pipe: a driver in <c>benchmarks/peers</c></summary>
/// <remarks>The line protocol stands in <c>benchmarks/peers/driver.h</c>.</remarks>
internal sealed class PeerProcess : IPeer
{
    private readonly string name;
    private readonly Process process;

    private PeerProcess(string name, Process process)
    {
        (this.name, this.process) = (name, process);
        Version = Answer();
    }

    public string Version { get; }

    /// <summary>Starts a driver.</summary>
    /// <param name="name">Name of the peer, for messages.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The peer; null when there is no such program.</returns>
    /// <exception cref="InvalidOperationException">It ended before it greeted.</exception>
    public static PeerProcess? Start(string name, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            return new(name, Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public double Run(string work, int count)
    {
        try
        {
            process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {work} {count}"));
            process.StandardInput.Flush();
        }
        catch (IOException e)
        {
            throw Failed(e);
        }
        string answer = Answer();
        return double.TryParse(answer, NumberStyles.Float, CultureInfo.InvariantCulture, out double nanoseconds) && nanoseconds > 0
            ? nanoseconds
            : throw new InvalidOperationException($"The driver of {name} answered \"{answer}\" where a time was expected.");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private string Answer() => process.StandardOutput.ReadLine() ?? throw Failed();

    private InvalidOperationException Failed(Exception? cause = null) =>
        new($"The driver of {name} ended in the middle of the comparison; its own words stand above.", cause);
}
