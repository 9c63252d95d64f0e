namespace CryptoLessons.Notebooks.Jupyter.Zmtp;

/// <summary>What a socket is for, and what the other side may be (ZMTP 3.0, "The Socket-Type Property").</summary>
/// <param name="Name">Its name in the READY command.</param>
/// <param name="Peers">Those that may connect to it.</param>
internal sealed record SocketType(string Name, params IReadOnlyList<string> Peers)
{
    /// <summary>Takes requests of many clients and answers each: shell, control and stdin.</summary>
    public static SocketType Router { get; } = new("ROUTER", "DEALER", "REQ", "ROUTER");

    /// <summary>Tells all subscribers: iopub.</summary>
    public static SocketType Pub { get; } = new("PUB", "SUB", "XSUB");

    /// <summary>Answers each request before the next: heartbeat.</summary>
    public static SocketType Rep { get; } = new("REP", "REQ", "DEALER");
}
