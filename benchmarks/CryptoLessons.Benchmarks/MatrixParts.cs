using System.Diagnostics;
using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;

namespace CryptoLessons.Benchmarks;

/// <summary>The parts of a matrix one after the other, as the runner does them side by side.</summary>
internal static class MatrixParts
{
    /// <summary>Runs every part once.</summary>
    /// <returns>Seconds by design and part, in the order in which they ran.</returns>
    public static IReadOnlyList<(string Design, string Part, double Seconds)> Run(MatrixRequest request)
    {
        var parts = new List<(string Design, string Part, double Seconds)>();
        foreach (Design design in request.Designs)
        {
            Game game = Time("playing the chat", () => design.Play(request.Conversation, request.At, request.Target, request.Seed));
            Time("serving the warrant", game.ServeWarrant);
            foreach (Compromise compromise in Compromise.All)
                Time(compromise.Id, () => compromise.Run(game));

            TResult Time<TResult>(string part, Func<TResult> run)
            {
                long start = Stopwatch.GetTimestamp();
                TResult result = run();
                parts.Add((design.Id, part, Stopwatch.GetElapsedTime(start).TotalSeconds));
                return result;
            }
        }
        return parts;
    }
}
