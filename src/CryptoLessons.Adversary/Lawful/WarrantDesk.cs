using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Adversary;

/// <summary>Brings what is intercepted under a warrant to whoever can open it, message by message as it is sent.</summary>
/// <param name="deployment">The messenger.</param>
/// <param name="warrant">The order.</param>
/// <param name="warranted">Whether the message of a number is one that the target sends or receives.</param>
/// <param name="ear">Whoever listens because of the warrant; null when nobody does.</param>
internal sealed class WarrantDesk(IDeployment deployment, Warrant warrant, Func<int, bool> warranted, IInterceptor? ear) : IInterceptor
{
    private readonly Dictionary<int, Guess> opened = [];

    /// <summary>Who had to do what for the first delivery; every later one takes the same.</summary>
    public IReadOnlyList<LawfulStep> Steps { get; private set; } = [];

    public IReadOnlyList<Guess> Guesses => [.. opened.Values.Concat(ear?.Guesses ?? []).DistinctBy(guess => guess.Message)];

    /// <summary>Serves the warrant with some messages.</summary>
    public void Serve(IReadOnlyList<TranscriptEntry> intercepted)
    {
        var (guesses, steps) = deployment.ServeWarrant(warrant, intercepted);
        if (Steps.Count == 0)
            Steps = steps;
        foreach (Guess guess in guesses)
            opened.TryAdd(guess.Message, guess);
    }

    public IReadOnlyList<TranscriptEntry> Intercept(TranscriptEntry passing)
    {
        if (warranted(passing.Message))
            Serve([passing]);
        return ear?.Intercept(passing) ?? [passing];
    }

    public void Forget()
    {
        opened.Clear();
        ear?.Forget();
    }

    public ReadOnlyMemory<byte> Answer(Download request, ReadOnlyMemory<byte> genuine) => ear?.Answer(request, genuine) ?? genuine;
}
