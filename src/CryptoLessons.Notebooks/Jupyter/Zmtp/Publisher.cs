using System.Net;

namespace CryptoLessons.Notebooks.Jupyter.Zmtp;

/// <summary>A PUB socket: a message goes to the clients that subscribed to how its first frame begins (ZMTP 3.0, "The Publish-Subscribe
/// Pattern").</summary>
internal sealed class Publisher : IDisposable
{
    /// <summary>The most subscriptions of one client; more end its connection. Jupyter's clients have one, to everything.</summary>
    public const int MostSubscriptions = 64;

    // Ours begin with the name of a message's type.
    private const int LongestTopic = 255;

    private readonly ServerSocket socket;
    private readonly Dictionary<Connection, List<byte[]>> subscriptions = [];

    /// <summary>Opens the socket.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken, or the address not ours.</exception>
    public Publisher(IPEndPoint at) => socket = new ServerSocket(at, SocketType.Pub, Receive);

    /// <summary>The port.</summary>
    public int Port => socket.Port;

    /// <summary>Sends a message to all who want it, and waits while one of them has too many waiting already.</summary>
    /// <param name="frames">The message.</param>
    /// <param name="giveUp">Once it is cancelled nobody waits any more: who cannot take the message then misses it.</param>
    public void Publish(IReadOnlyList<byte[]> frames, CancellationToken giveUp = default)
    {
        Connection[] interested;
        lock (subscriptions)
        {
            foreach (Connection gone in subscriptions.Keys.Where(client => client.HasEnded).ToList())
                subscriptions.Remove(gone);
            interested = [.. subscriptions.Keys.Where(client => subscriptions[client].Any(topic => frames[0].AsSpan().StartsWith(topic)))];
        }
        byte[] message = Frame.EncodeMessage(frames);
        foreach (Connection client in interested)
            client.Send(message, giveUp);
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    // A subscription is a message whose first byte is 1, its end one whose first byte is 0; the rest is what a first frame has to begin with.
    private void Receive(Connection client, IReadOnlyList<byte[]> frames)
    {
        if (frames is not [[0 or 1, ..] change])
            return;
        byte[] topic = change[1..];
        lock (subscriptions)
        {
            if (!subscriptions.TryGetValue(client, out List<byte[]>? topics))
                subscriptions.Add(client, topics = []);
            if (change[0] == 1)
                topics.Add(topic);
            else if (topics.FindIndex(known => known.AsSpan().SequenceEqual(topic)) is >= 0 and int known)
                topics.RemoveAt(known);
            if (topics.Count > MostSubscriptions || topic.Length > LongestTopic)
                client.Dispose();
        }
    }
}
