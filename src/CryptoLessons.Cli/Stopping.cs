using System.Runtime.InteropServices;

namespace CryptoLessons.Cli;

/// <summary>Long work that Ctrl+C ends in good order.</summary>
internal static class Stopping
{
    /// <summary>Does the work; the first Ctrl+C asks it to stop, and a second one ends the process.</summary>
    /// <param name="work">What is done.</param>
    /// <param name="stop">Asks it to stop, too.</param>
    public static T OnInterrupt<T>(Func<CancellationToken, T> work, CancellationToken stop)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = !stopping.IsCancellationRequested;
            stopping.Cancel();
        });
        return work(stopping.Token);
    }
}
