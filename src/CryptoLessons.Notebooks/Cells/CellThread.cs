namespace CryptoLessons.Notebooks.Cells;

/// <summary>The thread of one cell: what the cell awaits comes back to it, and it can be woken from waiting.</summary>
internal sealed class CellThread : SynchronizationContext
{
    private readonly object turn = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> posted = new();
    private readonly Thread thread;
    private bool interruptible;
    private bool over;

    /// <summary>Starts.</summary>
    /// <param name="work">What the thread does; it throws nothing.</param>
    /// <param name="ended">Told when it has ended.</param>
    public CellThread(Action<CellThread> work, Action ended)
    {
        thread = new(() =>
        {
            SetSynchronizationContext(this);
            work(this);
            ended();
        })
        { IsBackground = true, Name = "Cell" };
        thread.UnsafeStart();
    }

    /// <summary>Runs the cell's own code to its end, the only part that is woken when it is interrupted.</summary>
    /// <exception cref="Exception">What the code throws.</exception>
    public T Run<T>(Func<Task<T>> code)
    {
        lock (turn)
            interruptible = true;
        try
        {
            Task<T> task = code();
            task.ContinueWith(_ => Post(_ => { }, null), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted)
            {
                var (callback, state) = Next();
                callback(state);
            }
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            End();
        }
    }

    /// <summary>Wakes the cell's code where it waits, or the next time that it does.</summary>
    public void Interrupt()
    {
        lock (turn)
        {
            if (interruptible)
                thread.Interrupt();
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (turn)
        {
            if (!over)
            {
                posted.Enqueue((d, state));
                Monitor.Pulse(turn);
                return;
            }
        }

        // What a cell left running goes on elsewhere.
        ThreadPool.QueueUserWorkItem(_ => d(state));
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread == thread)
        {
            d(state);
            return;
        }
        using var done = new ManualResetEventSlim();
        Exception? thrown = null;
        Post(
            _ =>
            {
                try
                {
                    d(state);
                }
                catch (Exception exception)
                {
                    thrown = exception;
                }
                done.Set();
            },
            null);
        done.Wait();
        if (thrown is not null)
            throw new AggregateException(thrown);
    }

    private (SendOrPostCallback Callback, object? State) Next()
    {
        lock (turn)
        {
            while (posted.Count == 0)
                Monitor.Wait(turn);
            return posted.Dequeue();
        }
    }

    // A wake-up that came too late must not meet whoever waits on this thread next.
    private void End()
    {
        for (bool ended = false; !ended;)
        {
            try
            {
                lock (turn)
                {
                    (interruptible, over) = (false, true);
                    while (posted.TryDequeue(out var left))
                        ThreadPool.QueueUserWorkItem(_ => left.Callback(left.State));
                }
                ended = true;
                Thread.Sleep(0);
            }
            catch (ThreadInterruptedException)
            {
                // Safe because the loop goes round until the work above is done; the wake-up itself has done what it was for.
            }
        }
    }
}
