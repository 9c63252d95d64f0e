using System.Net;
using System.Text.Json.Nodes;
using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Jupyter.Zmtp;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>A Jupyter kernel: the process that runs the cells of one open notebook (Jupyter messaging protocol 5.3, over ZMTP 3.0).</summary>
/// <remarks>Each client has threads of its own, and cells run on another: while one runs, control and heartbeat answer.</remarks>
public sealed class Kernel : IDisposable
{
    private readonly Session session;
    private readonly IoPub iopub;
    private readonly CellRunner cells;
    private readonly ShellQueue queue = new();
    private readonly List<ServerSocket> sockets = [];
    private readonly ManualResetEventSlim over = new();

    /// <summary>Opens the sockets, and serves whoever connects.</summary>
    /// <param name="connection">Where, and with which key.</param>
    /// <param name="engine">What runs the cells.</param>
    /// <param name="random">Where the name of the session comes from.</param>
    /// <param name="clock">What the messages' dates come from.</param>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken, or the address not ours.</exception>
    public Kernel(ConnectionFile connection, CellEngine engine, RandomSource random, TimeProvider clock)
        : this(connection, (engine ?? throw new ArgumentNullException(nameof(engine))).Run, random, clock)
    {
    }

    internal Kernel(
        ConnectionFile connection, Func<string, Action<CellOutput>, CancellationToken, CellOutcome> run, RandomSource random, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(clock);
        session = new Session(connection.Key, random, clock);
        iopub = new IoPub(new IPEndPoint(connection.Address, connection.IoPub), session);
        cells = new CellRunner(run, iopub);
        try
        {
            int shell = Open(connection.Shell, SocketType.Router, TakeShell);
            int control = Open(connection.Control, SocketType.Router, TakeControl);
            // No cell asks for input here, so nothing that comes is an answer; clients connect all the same.
            int stdin = Open(connection.Stdin, SocketType.Router, (_, _) => { });
            int heartbeat = Open(connection.Heartbeat, SocketType.Rep, (client, beat) => client.Send(Frame.EncodeMessage(beat)));
            Connection = connection with { Shell = shell, Control = control, Stdin = stdin, Heartbeat = heartbeat, IoPub = iopub.Port };
        }
        catch (System.Net.Sockets.SocketException)
        {
            Dispose();
            throw;
        }
        new Thread(() => queue.Serve(Execute)) { IsBackground = true, Name = "runs cells" }.Start();

        int Open(int port, SocketType type, Action<Connection, IReadOnlyList<byte[]>> receive)
        {
            sockets.Add(new ServerSocket(new IPEndPoint(connection.Address, port), type, receive));
            return sockets[^1].Port;
        }
    }

    /// <summary>Where it listens: the ports that it has.</summary>
    public ConnectionFile Connection { get; }

    /// <summary>Waits until a client shuts the kernel down, or the program that started it is gone.</summary>
    public void Wait()
    {
        ParentProcess.WhenGone(over.Set);
        over.Wait();
    }

    /// <summary>Ends the cell that runs and closes the sockets, after what was said has gone out.</summary>
    public void Dispose()
    {
        queue.Dispose();
        cells.Interrupt();
        foreach (ServerSocket socket in sockets)
            socket.Dispose();
        iopub.Dispose();
        over.Set();
    }

    private void TakeShell(Connection client, IReadOnlyList<byte[]> message)
    {
        if (session.Read(client, message) is { } request)
            queue.Add(request);
    }

    // What stands here waits for nobody: a client that reads slowly holds up the cell that writes to it, and must not hold up the cell's interrupt.
    private void TakeControl(Connection client, IReadOnlyList<byte[]> message)
    {
        if (session.Read(client, message) is not { } request)
            return;
        if (request.Type == "interrupt_request")
            cells.Interrupt();
        Answer(request, giveUp: new CancellationToken(canceled: true));
    }

    // On the thread that runs cells.
    private void Execute(Request request, bool givenUp)
    {
        if (request is not { Type: "execute_request", Content: { } asked })
        {
            Answer(request, CancellationToken.None);
            return;
        }
        iopub.Busy(request, CancellationToken.None);
        if (givenUp)
            Reply(request, cells.GivenUp());
        else
        {
            var (reply, done) = cells.Run(request, asked);
            if (!done && asked is { StopOnError: true, Silent: false })
                queue.GiveUpCells();
            Reply(request, reply);
        }
        iopub.Idle(request, CancellationToken.None);
    }

    private void Answer(Request request, CancellationToken giveUp)
    {
        iopub.Busy(request, giveUp);
        if (request.Content is not { } asked)
            Reply(request, Replies.Unreadable(request.Type));
        else if (Replies.To(request.Type, asked) is { } reply)
            Reply(request, reply);
        else if (request.Type == "comm_open")
            // No widget lives here: who opens a channel to one is told at once.
            iopub.Tell(request, "comm_close", new() { ["comm_id"] = asked.CommId, ["data"] = new JsonObject() }, giveUp);
        iopub.Idle(request, giveUp);
        if (request.Type == "shutdown_request")
            over.Set();
    }

    private void Reply(Request request, JsonObject content) =>
        request.Client.Send(Frame.EncodeMessage(session.Write(Replies.TypeOf(request.Type), content, request, request.Route)));
}
