using System.Reflection;
using CryptoLessons.Tests.Walls;

namespace CryptoLessons.Tests.SamplePrograms;

/// <summary>Runs a single-file program of the samples inside the test, against the built assemblies.</summary>
internal static class SampleProgram
{
    private static readonly Lock Console = new();

    /// <summary>What the program prints.</summary>
    /// <param name="file">Path in the repository, with slashes.</param>
    public static string Run(string file) => Run(Path.GetFileNameWithoutExtension(file), File.ReadAllText(Repository.PathOf(file.Split('/'))));

    /// <summary>What a program prints.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its source.</param>
    public static string Run(string name, string text)
    {
        byte[] program = OutsideCompiler.Program(name, text);
        MethodInfo main = Assembly.Load(program).EntryPoint!;
        // There is one console: programs take turns.
        lock (Console)
        {
            TextWriter before = System.Console.Out;
            var output = new StringWriter { NewLine = "\n" };
            System.Console.SetOut(output);
            try
            {
                main.Invoke(null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
            }
            finally
            {
                System.Console.SetOut(before);
            }
            return output.ToString();
        }
    }
}
