namespace CryptoLessons.Benchmarks.Peers;

/// <summary>A library that works on request and tells how long it took: this one, or one that people could take instead.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>Which release it is, for people.</summary>
    string Version { get; }

    /// <summary>Does a piece of work a number of times; what is only preparation or check is not in the time.</summary>
    /// <param name="work">Name of the work, such as <c>encrypt</c>.</param>
    /// <param name="count">How many times, from 1.</param>
    /// <returns>Nanoseconds that one of them took.</returns>
    /// <exception cref="InvalidOperationException">It did not do the work, or not rightly: there is nothing to measure.</exception>
    double Run(string work, int count);
}
