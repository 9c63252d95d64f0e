using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using CryptoLessons.Notebooks.Jupyter;
using CryptoLessons.Notebooks.Jupyter.Zmtp;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;
using SocketType = CryptoLessons.Notebooks.Jupyter.Zmtp.SocketType;

namespace CryptoLessons.Tests.Jupyter;

/// <summary>Whatever a client does to its connection, another one goes on working.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HostileClientTests : IDisposable
{
    // A client that reads nothing is cut off after half a minute, and then nobody holds up the cell any more.
    private static readonly TimeSpan BeforeItIsCutOff = TimeSpan.FromSeconds(20);

    private readonly FakeCells cells = new();
    private readonly Kernel kernel;
    private readonly JupyterClient other;

    public HostileClientTests()
    {
        var connection = new ConnectionFile(IPAddress.Loopback, 0, 0, 0, 0, 0, "a key"u8.ToArray());
        kernel = new Kernel(connection, cells.Run, new SeededRandom(1), TimeProvider.System);
        other = new JupyterClient(kernel.Connection);
    }

    private int[] Ports => kernel.Connection is var at ? [at.Shell, at.Control, at.Stdin, at.IoPub, at.Heartbeat] : [];

    [TearDown]
    public void TheOtherOneStillHasAWorkingKernel() => Assert.That(other.Run("still here").Reply["status"], Is.EqualTo("ok"));

    public void Dispose()
    {
        other.Dispose();
        kernel.Dispose();
    }

    [Test]
    public void BreaksOffAfterEveryByteOfTheHandshake()
    {
        byte[] said = [.. Recorded.Greeting, .. Recorded.Dealer, .. Recorded.Message];
        foreach (int port in Ports)
            for (int length = 0; length < said.Length; length += length < 130 ? 1 : 50)
            {
                using ZmtpClient client = ZmtpClient.Silent(port);
                client.Stream.Write(said.AsSpan(..length));
            }
    }

    [Test]
    public void SaysNonsense()
    {
        Random random = PrintedSeed.NewRandom();
        foreach (int port in Ports)
        {
            using ZmtpClient client = ZmtpClient.Silent(port);
            client.Stream.Write(random.NextBytes(Greeting.Size));
            Assert.That(client.IsClosed());
        }
    }

    [Test]
    public void SaysNonsenseAfterTheHandshake()
    {
        foreach (var (port, type) in Ports.Zip((string[])["DEALER", "DEALER", "DEALER", "SUB", "REQ"]))
        {
            using ZmtpClient client = ZmtpClient.Connected(port, type);
            client.Stream.Write([0xFF, .. new byte[20]]);
            Assert.That(client.IsClosed());
        }
    }

    [Test]
    public void IsAnotherKindOfSocket()
    {
        foreach (var (port, type) in Ports.Zip((string[])["SUB", "PUSH", "PUB", "DEALER", "REP"]))
        {
            using ZmtpClient client = ZmtpClient.Connected(port, type);
            Assert.That(client.IsClosed(), type);
        }
    }

    [TestCase(ulong.MaxValue)]
    [TestCase((ulong)Connection.LongestMessage + 1)]
    public void AnnouncesALongerMessageThanIsTaken(ulong size)
    {
        using ZmtpClient client = ZmtpClient.Connected(kernel.Connection.Shell, "DEALER");
        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(length, size);
        client.Stream.Write([2, .. length]);
        Assert.That(client.IsClosed());
    }

    [Test]
    public void SendsFramesThatAreTooLongTogether()
    {
        using ZmtpClient client = ZmtpClient.Connected(kernel.Connection.Shell, "DEALER");
        byte[] half = new byte[Connection.LongestMessage / 2];
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, half.Length);
        client.Stream.Write([3, .. length, .. half]);
        client.Stream.Write([3, .. length, .. half]);
        client.Stream.Write([0, 1]);
        Assert.That(client.IsClosed());
    }

    [Test]
    public void SendsAMessageOfTooManyFrames()
    {
        using ZmtpClient client = ZmtpClient.Connected(kernel.Connection.Heartbeat, "REQ");
        byte[][] most = [.. Enumerable.Repeat(Array.Empty<byte>(), Connection.MostFrames)];
        client.Send(most);
        Assert.That(client.Receive(), Has.Count.EqualTo(most.Length));
        for (int i = 0; i <= Connection.MostFrames; i++)
            client.Stream.Write([1, 0]);
        Assert.That(client.IsClosed());
    }

    [Test]
    public void SubscribesToTooMuch()
    {
        using ZmtpClient client = ZmtpClient.Connected(kernel.Connection.IoPub, "SUB");
        for (int i = 0; i <= Publisher.MostSubscriptions; i++)
            client.Send([1, (byte)i]);
        Assert.That(client.IsClosed());
    }

    [Test]
    public void HearsOnlyWhatItSubscribedTo()
    {
        using ZmtpClient client = ZmtpClient.Connected(kernel.Connection.IoPub, "SUB");
        client.Send([1, .. "str"u8]);
        client.Send([1, .. "error"u8]);
        client.Send([0, .. "error"u8]);
        Task<List<byte[]>> heard = Task.Run(client.Receive);
        do
        {
            other.Run("fail");
            other.Run("a text");
        }
        while (!heard.Wait(TimeSpan.FromMilliseconds(20)));
        Assert.That(heard.Result[0], Is.EqualTo("stream"u8.ToArray()));
    }

    [Test]
    public void IsKilledWhileItsCellRuns()
    {
        var client = new JupyterClient(kernel.Connection);
        string running = client.Execute("wait");
        cells.Begun.Wait();
        foreach (ZmtpClient socket in (ZmtpClient[])[client.Shell, client.Control, client.Heartbeat, client.IoPub])
            socket.Kill();
        other.Ask(other.Control, "interrupt_request", []);
        Assert.That(other.Read(other.Control.Receive())["status"], Is.EqualTo("ok"));
        Assert.That(other.ToldOf(running)[^2].Type, Is.EqualTo("error"));
    }

    [Test]
    public void ReadsNothingOfAFlood()
    {
        // Who does not read holds up the cell, so that memory stays where it is; the interrupt comes through all the same, and nothing is lost.
        using var client = new JupyterClient(kernel.Connection);
        string running = client.Execute("flood");
        long held = -1;
        for (long now; (now = Interlocked.Read(ref cells.Flooded)) < FakeCells.FarTooMuch && (now != held || now == 0); Thread.Sleep(200))
            held = now;
        Assert.That(Interlocked.Read(ref cells.Flooded), Is.LessThan(FakeCells.FarTooMuch));
        other.Ask(other.Control, "interrupt_request", []);
        Assert.That(other.Read(other.Control.Receive())["status"], Is.EqualTo("ok"));
        Assert.That(cells.FloodEnded.Wait(BeforeItIsCutOff), "the cell ends while nobody reads");
        Task<string>[] last = [.. new[] { client, other }.Select(reader => Task.Run(() => reader.ToldOf(running)[^2].Type))];
        Assert.That(Task.WhenAll(last).Result, Is.All.EqualTo("error"));
        Assert.That(client.Reply()["status"], Is.EqualTo("error"));
    }

    [Test]
    public void ReadsNothingForLongerThanAnybodyWaits()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        client.Connect((IPEndPoint)listener.LocalEndpoint);
        using var connection = new Connection(listener.AcceptTcpClient().GetStream(), patience: TimeSpan.FromMilliseconds(200));
        client.GetStream().Write([.. Recorded.Greeting, .. Recorded.Subscriber[..27]]);
        new Thread(() => connection.Serve(SocketType.Pub, _ => { })) { IsBackground = true }.Start();
        while (!connection.HasEnded)
            connection.Send(new byte[1 << 20]);
        Assert.That(() => connection.Send([1]), Throws.Nothing, "what is sent then goes nowhere");
    }

    [Test]
    public void HearsWhatAnotherOneRuns()
    {
        using var client = new JupyterClient(kernel.Connection);
        Assert.That(
            client.ToldOf(other.Execute("a text")).Select(message => message.Type),
            Is.EqualTo((string[])["status", "execute_input", "stream", "status"]));
        other.Reply();
    }
}
