namespace CryptoLessons.Adversary;

/// <summary>What a kind of work on messages cost, measured: time on one core, and how many messages it was spent on.</summary>
/// <param name="clock">Measures.</param>
public sealed class Effort(TimeProvider clock)
{
    /// <summary>How many messages the work was done on.</summary>
    public long Messages { get; private set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Does some of the work.</summary>
    internal T Measure<T>(int messages, Func<T> work)
    {
        long began = clock.GetTimestamp();
        T result = work();
        (Messages, Time) = (Messages + messages, Time + clock.GetElapsedTime(began));
        return result;
    }
}
