using System.Collections.Concurrent;

namespace CryptoLessons.Notebooks.Jupyter.Zmtp;

/// <summary>One client on one of our sockets: its messages are taken in order, ours go out in order.</summary>
/// <remarks>Whatever a client sends that is malformed or too large ends its connection, and nothing else. Reading and writing have a thread each:
/// a cell that occupies every thread of the pool must not keep its own interrupt from arriving.</remarks>
internal sealed class Connection : IDisposable
{
    /// <summary>The longest message that is taken, all its frames together, in bytes. The largest that a front end sends is a cell's code: a
    /// notebook of the course has a few thousand bytes in a cell, and a student who pastes a picture or a chat into one a few million.</summary>
    public const int LongestMessage = 16 << 20;

    /// <summary>The most frames of one message. A Jupyter message has six, and one more for each node between us and the client and for each
    /// binary buffer, of which this kernel's messages have none.</summary>
    public const int MostFrames = 64;

    /// <summary>How many messages wait for a client that reads slowly. Then whoever sends waits too: a cell that writes faster than the page
    /// can take it is slowed down and does not fill the memory. A message of console text has at most some 100 kB.</summary>
    public const int MostWaiting = 16;

    // A client that reads nothing for so long is gone or stuck, and no cell should wait for it for ever. Jupyter's clients connect again by
    // themselves.
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(30);

    private readonly Stream stream;
    private readonly BlockingCollection<byte[]> outgoing = new(MostWaiting);
    private readonly Thread writer;

    /// <summary>A connection before anything was said.</summary>
    /// <param name="stream">It can be read and written at the same time.</param>
    /// <param name="patience">How long the client may take to shake hands, and to take what is sent; half a minute when left out.</param>
    public Connection(Stream stream, TimeSpan? patience = null)
    {
        this.stream = stream;
        if (stream.CanTimeout)
            stream.ReadTimeout = stream.WriteTimeout = (int)(patience ?? UsualPatience).TotalMilliseconds;
        writer = new Thread(Write) { IsBackground = true, Name = "to a client" };
    }

    /// <summary>Whether it is over: what is sent now goes nowhere.</summary>
    public bool HasEnded => outgoing.IsAddingCompleted;

    /// <summary>Talks to the client until it leaves or misbehaves.</summary>
    /// <param name="type">Our kind of socket.</param>
    /// <param name="receive">Told each message, frame by frame.</param>
    public void Serve(SocketType type, Action<IReadOnlyList<byte[]>> receive)
    {
        try
        {
            using var buffered = new BufferedStream(stream);
            if (!ShakeHands(buffered, type))
                return;
            if (stream.CanTimeout)
                stream.ReadTimeout = Timeout.Infinite;
            writer.Start();
            while (Receive(buffered) is { } message)
                receive(message);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or NotSupportedException)
        {
            // Safe because a client that is gone has nobody who could be told. The last two are a stream that was disposed of while it was read.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Sends a message, and waits while too many wait already. What is sent to a client that has left goes nowhere.</summary>
    /// <param name="message">Its bytes, as <see cref="Frame.EncodeMessage"/> makes them.</param>
    /// <param name="giveUp">Once it is cancelled nobody waits any more: the message is left out when it would have to.</param>
    public void Send(byte[] message, CancellationToken giveUp = default)
    {
        try
        {
            if (!outgoing.TryAdd(message))
                outgoing.Add(message, giveUp);
        }
        catch (Exception over) when (over is InvalidOperationException or OperationCanceledException)
        {
            // Safe because both were announced: the connection has ended, or the sender has given up.
        }
    }

    /// <summary>Ends the connection when everything that was sent has gone out, or after the time has passed.</summary>
    public void Finish(TimeSpan time)
    {
        outgoing.CompleteAdding();
        if (writer.IsAlive)
            writer.Join(time);
        Dispose();
    }

    /// <summary>Ends the connection at once.</summary>
    public void Dispose()
    {
        // The queue itself is left to the collector: who waits in it is told that it is complete, and would trip over one that was disposed of.
        outgoing.CompleteAdding();
        stream.Dispose();
    }

    private bool ShakeHands(BufferedStream buffered, SocketType type)
    {
        stream.Write(Greeting.Create());
        byte[] theirs = new byte[Greeting.Size];
        if (buffered.ReadAtLeast(theirs, theirs.Length, throwOnEndOfStream: false) < theirs.Length || !Greeting.IsUsable(theirs))
            return false;
        stream.Write(Frame.EncodeCommand(Ready.Create(type)));
        return Frame.Read(buffered, longest: 0) is { IsCommand: true } ready && type.Peers.Contains(Ready.SocketTypeIn(ready.Body));
    }

    private static List<byte[]>? Receive(BufferedStream buffered)
    {
        var message = new List<byte[]>();
        for (int room = LongestMessage; message.Count < MostFrames && Frame.Read(buffered, room) is { } frame;)
        {
            // Commands of later versions, such as PING, are none of ours to answer, since we said that we speak 3.0.
            if (frame.IsCommand)
                continue;
            message.Add(frame.Body);
            room -= frame.Body.Length;
            if (!frame.HasMore)
                return message;
        }
        return null;
    }

    private void Write()
    {
        try
        {
            foreach (byte[] message in outgoing.GetConsumingEnumerable())
                stream.Write(message);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Safe because Dispose closes what is left, and the reader notices.
            Dispose();
        }
    }
}
