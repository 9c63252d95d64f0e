using System.Net;
using System.Net.Sockets;

namespace CryptoLessons.Notebooks.Jupyter.Zmtp;

/// <summary>One of the kernel's sockets: takes connections, and hands on what clients send.</summary>
internal sealed class ServerSocket : IDisposable
{
    /// <summary>The most clients at once; who comes then is sent away. A browser's tab or a program is one client, and a kernel has one to three.
    /// Each costs two threads and, before a signature was seen, up to <see cref="Connection.LongestMessage"/>.</summary>
    public const int MostClients = 64;

    // What was said last should still arrive: the answer to the request to shut down.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    // When the system has no handle left, somebody has to give one back first.
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(100);

    private readonly TcpListener listener;
    private readonly SocketType type;
    private readonly Action<Connection, IReadOnlyList<byte[]>> receive;
    private readonly HashSet<Connection> clients = [];
    private volatile bool closed;

    /// <summary>Opens the socket and begins to listen.</summary>
    /// <param name="at">Its address; port 0 is any free one.</param>
    /// <param name="type">What it is for.</param>
    /// <param name="receive">Told each message, on a thread of its client's.</param>
    /// <exception cref="SocketException">The port is taken, or the address not ours.</exception>
    public ServerSocket(IPEndPoint at, SocketType type, Action<Connection, IReadOnlyList<byte[]>> receive)
    {
        (this.type, this.receive) = (type, receive);
        listener = new TcpListener(at);
        listener.Start();
        new Thread(Listen) { IsBackground = true, Name = type.Name }.Start();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Closes the socket and its connections, after what was sent has gone out.</summary>
    public void Dispose()
    {
        closed = true;
        listener.Dispose();
        Connection[] left;
        lock (clients)
            left = [.. clients];
        foreach (Connection client in left)
            client.Finish(LastWords);
    }

    private void Listen()
    {
        while (!closed)
            try
            {
                Take(listener.AcceptTcpClient());
            }
            catch (Exception failure) when (failure is SocketException or IOException or InvalidOperationException)
            {
                // Safe because the caller of that client sees it too: it left before it was greeted, or the socket is being closed.
                Thread.Sleep(BeforeTryingAgain);
            }
    }

    private void Take(TcpClient caller)
    {
        caller.NoDelay = true;
        var client = new Connection(caller.GetStream());
        lock (clients)
            if (closed || clients.Count >= MostClients || !clients.Add(client))
            {
                caller.Dispose();
                return;
            }
        new Thread(() => Serve(client)) { IsBackground = true, Name = $"from a client of {type.Name}" }.Start();
    }

    private void Serve(Connection client)
    {
        client.Serve(type, message => receive(client, message));
        lock (clients)
            clients.Remove(client);
    }
}
