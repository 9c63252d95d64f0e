namespace CryptoLessons.Tests.Cli;

/// <summary>
/// What a seized phone opens when two people write in turns, everything arrives at once and in order, and message K is in flight: a
/// second witness for the figures, counted from who wrote when and from nothing else.
/// </summary>
/// <remarks>
/// A run is a row of messages by one person; every run is one chain of the ratchet. A phone holds the key of its own chain from the next
/// message on, the keys of the chains it is receiving, and the private ratchet key that opens the other's next chain whole.
/// </remarks>
internal sealed class SeizureWindow
{
    private readonly IReadOnlyList<string> senders;
    private readonly int[] runs;

    /// <summary>The window in a conversation.</summary>
    /// <param name="senders">Who wrote message 1, 2, 3 and so on.</param>
    public SeizureWindow(IReadOnlyList<string> senders)
    {
        this.senders = senders;
        runs = new int[senders.Count];
        for (int i = 1; i < senders.Count; i++)
            runs[i] = senders[i] == senders[i - 1] ? runs[i - 1] : runs[i - 1] + 1;
    }

    /// <summary>How many messages are opened up to K and after it.</summary>
    /// <param name="at">K.</param>
    /// <param name="target">Whose phone.</param>
    /// <param name="wholePhone">Whether its prekeys were taken too, and not only its sessions.</param>
    public (int Past, int Future) Count(int at, string target, bool wholePhone)
    {
        int[] opened = [.. Enumerable.Range(1, senders.Count).Where(number => IsOpened(number, at, target, wholePhone))];
        return (opened.Count(number => number <= at), opened.Count(number => number > at));
    }

    private bool IsOpened(int number, int at, string target, bool wholePhone)
    {
        int run = Run(number), inFlight = Run(at);
        if (senders[at - 1] == target)
            return run == inFlight + 1 || (run == inFlight && number > at);
        // The first message of all is still to open the session: no session is on the phone, but the unspent one-time prekey is.
        if (at == 1)
            return wholePhone && run == inFlight;
        bool begun = Run(at - 1) == inFlight;
        return begun
            ? run == inFlight + 1 || run == inFlight + 2 || (run == inFlight && number >= at)
            : run == inFlight;
    }

    private int Run(int number) => runs[number - 1];
}
