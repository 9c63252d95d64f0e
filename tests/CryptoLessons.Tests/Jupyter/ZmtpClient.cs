using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CryptoLessons.Tests.Jupyter;

/// <summary>The other end of a kernel's socket, written straight down from ZMTP 3.0.</summary>
internal sealed class ZmtpClient : IDisposable
{
    // Only so that a test which waits for what never comes ends at all.
    private const int LongestWait = 60_000;

    private readonly TcpClient tcp = new();

    private ZmtpClient(int port)
    {
        tcp.Connect(IPAddress.Loopback, port);
        Stream = tcp.GetStream();
        Stream.ReadTimeout = Stream.WriteTimeout = LongestWait;
    }

    /// <summary>The connection itself.</summary>
    public NetworkStream Stream { get; }

    /// <summary>Connects and says nothing.</summary>
    public static ZmtpClient Silent(int port) => new(port);

    /// <summary>Connects and shakes hands.</summary>
    public static ZmtpClient Connected(int port, string type)
    {
        var client = new ZmtpClient(port);
        client.Stream.Write(Recorded.Greeting);
        client.Stream.ReadExactly(new byte[Recorded.Greeting.Length]);
        byte[] body = [.. "\x05READY\x0bSocket-Type\0\0\0"u8, (byte)type.Length, .. Encoding.ASCII.GetBytes(type)];
        client.Stream.Write([4, (byte)body.Length, .. body]);
        if (client.ReadFrame() is not (4, _))
            throw new InvalidDataException("no READY");
        return client;
    }

    public void Send(params IReadOnlyList<byte[]> frames)
    {
        for (int i = 0; i < frames.Count; i++)
        {
            byte[] length = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, frames[i].Length);
            Stream.Write([(byte)(i < frames.Count - 1 ? 3 : 2), .. length, .. frames[i]]);
        }
    }

    public List<byte[]> Receive()
    {
        var frames = new List<byte[]>();
        for (byte flags = 1; (flags & 1) != 0;)
        {
            (flags, byte[] body) = ReadFrame();
            frames.Add(body);
        }
        return frames;
    }

    /// <summary>Whether the other side has closed the connection, once everything that it sent is read.</summary>
    public bool IsClosed()
    {
        try
        {
            while (Stream.Read(new byte[4096]) > 0)
                continue;
        }
        catch (IOException failure) when (failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            // That is how it looks when something that we sent was left unread.
        }
        return true;
    }

    /// <summary>Breaks the connection off as a killed process does.</summary>
    public void Kill()
    {
        tcp.Client.LingerState = new LingerOption(enable: true, seconds: 0);
        tcp.Dispose();
    }

    public void Dispose() => tcp.Dispose();

    private (byte Flags, byte[] Body) ReadFrame()
    {
        byte[] head = new byte[9];
        Stream.ReadExactly(head, 0, 1);
        int size = (head[0] & 2) != 0 ? 8 : 1;
        Stream.ReadExactly(head, 1, size);
        byte[] body = new byte[size == 1 ? head[1] : BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(1))];
        Stream.ReadExactly(body);
        return (head[0], body);
    }
}
