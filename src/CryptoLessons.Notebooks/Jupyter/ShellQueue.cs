using System.Collections.Concurrent;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>The requests that wait for the one thread that runs cells, in the order in which they came.</summary>
internal sealed class ShellQueue : IDisposable
{
    /// <summary>The most requests that wait; further ones stay with whoever sent them. To run a whole notebook is one request for each of its
    /// cells.</summary>
    public const int MostWaiting = 256;

    // Who runs a whole notebook sends its cells one right after the other. Those that are on their way when a cell fails get this long to arrive; who
    // waits for each answer before the next request loses nothing by it.
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(50);

    private readonly BlockingCollection<(int Number, Request Request)> waiting = new(MostWaiting);
    private int arrived;
    private volatile int givenUp;

    /// <summary>Adds a request, and waits while too many wait already.</summary>
    public void Add(Request request)
    {
        try
        {
            waiting.Add((Interlocked.Increment(ref arrived), request));
        }
        catch (InvalidOperationException)
        {
            // Safe because the kernel is being shut down, and its clients were told.
        }
    }

    /// <summary>Gives up the cells that wait now.</summary>
    public void GiveUpCells()
    {
        Thread.Sleep(OnTheWay);
        givenUp = Volatile.Read(ref arrived);
    }

    /// <summary>Takes each request as it comes, until the queue is closed, on the thread that calls this.</summary>
    /// <param name="take">Told the request, and whether it was given up.</param>
    public void Serve(Action<Request, bool> take)
    {
        foreach (var (number, request) in waiting.GetConsumingEnumerable())
            take(request, number <= givenUp);
    }

    /// <summary>Closes the queue, and gives up the cells that wait in it.</summary>
    public void Dispose()
    {
        givenUp = int.MaxValue;
        waiting.CompleteAdding();
    }
}
