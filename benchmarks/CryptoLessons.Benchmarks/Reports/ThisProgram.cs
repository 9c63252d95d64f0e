using System.Diagnostics;
using System.Reflection;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>This program, once more, in a process of its own.</summary>
internal static class ThisProgram
{
    /// <summary>How it is started.</summary>
    /// <exception cref="InvalidOperationException">The system does not tell where this program is.</exception>
    public static ProcessStartInfo With(params IReadOnlyList<string> arguments)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The system does not tell where this program is.");
        // Started as `dotnet program.dll`, the process is dotnet, and the program its first argument.
        string[] hosted = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        return new(program, [.. hosted, .. arguments]);
    }
}
