using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CryptoLessons.Notebooks.Jupyter;

namespace CryptoLessons.Tests.Jupyter;

/// <summary>A front end: its connections to a kernel, and messages signed on their way out and checked on their way in.</summary>
internal sealed class JupyterClient : IDisposable
{
    private readonly byte[] key;
    private readonly string session = Guid.NewGuid().ToString("N");
    private int sent;

    public JupyterClient(ConnectionFile kernel)
    {
        key = kernel.Key.ToArray();
        Shell = ZmtpClient.Connected(kernel.Shell, "DEALER");
        Control = ZmtpClient.Connected(kernel.Control, "DEALER");
        Heartbeat = ZmtpClient.Connected(kernel.Heartbeat, "REQ");
        IoPub = ZmtpClient.Connected(kernel.IoPub, "SUB");
        IoPub.Send([1]);
        MeetOnIoPub();
    }

    public ZmtpClient Shell { get; }

    public ZmtpClient Control { get; }

    public ZmtpClient Heartbeat { get; }

    public ZmtpClient IoPub { get; }

    /// <summary>Asks on the shell, and gives the request's name.</summary>
    public string Ask(string type, JsonObject content) => Ask(Shell, type, content);

    /// <summary>Asks to run a cell.</summary>
    public string Execute(string code, bool silent = false, bool stopOnError = true) => Ask("execute_request", new()
    {
        ["code"] = code,
        ["silent"] = silent,
        ["store_history"] = !silent,
        ["stop_on_error"] = stopOnError,
        ["allow_stdin"] = false,
        ["user_expressions"] = new JsonObject(),
    });

    /// <summary>Asks on a socket, and gives the request's name.</summary>
    public string Ask(ZmtpClient socket, string type, JsonObject content)
    {
        string id = $"{session}-{++sent}";
        socket.Send(Request(id, type, content.ToJsonString()));
        return id;
    }

    /// <summary>The frames of a request.</summary>
    public byte[][] Request(string id, string type, string content)
    {
        var header = new JsonObject { ["msg_id"] = id, ["session"] = session, ["msg_type"] = type, ["version"] = "5.3" };
        byte[][] parts = [Encoding.UTF8.GetBytes(header.ToJsonString()), [.. "{}"u8], [.. "{}"u8], Encoding.UTF8.GetBytes(content)];
        return [[.. "<IDS|MSG>"u8], Sign(parts), .. parts];
    }

    /// <summary>The next answer on the shell.</summary>
    public JupyterMessage Reply() => Read(Shell.Receive());

    /// <summary>What the kernel tells everybody next.</summary>
    public JupyterMessage Told() => Read(IoPub.Receive()[1..]);

    /// <summary>What the kernel tells everybody because of a request, to the end.</summary>
    public List<JupyterMessage> ToldOf(string request)
    {
        var told = new List<JupyterMessage>();
        while (told is not [.., { Type: "status" } last] || last["execution_state"] != "idle")
            if (Told() is var message && message.Parent == request)
                told.Add(message);
        return told;
    }

    /// <summary>Runs a cell: the answer, and what was told between busy and idle.</summary>
    public (JupyterMessage Reply, List<JupyterMessage> Told) Run(string code, bool silent = false, bool stopOnError = true)
    {
        string request = Execute(code, silent, stopOnError);
        List<JupyterMessage> told = ToldOf(request);
        return (Reply(), told[1..^1]);
    }

    /// <summary>Reads a message that begins with its delimiter.</summary>
    public JupyterMessage Read(List<byte[]> frames)
    {
        if (frames is not [var delimiter, var signature, var header, var parent, _, var content] || !delimiter.AsSpan().SequenceEqual("<IDS|MSG>"u8))
            throw new InvalidDataException($"{frames.Count} frames");
        if (!signature.AsSpan().SequenceEqual(Sign(frames[2..])))
            throw new InvalidDataException("a wrong signature");
        return new(Json(header)["msg_type"]!.ToString(), Json(parent)["msg_id"]!.ToString(), Json(content));
    }

    public void Dispose()
    {
        foreach (ZmtpClient socket in (ZmtpClient[])[Shell, Control, Heartbeat, IoPub])
            socket.Dispose();
    }

    private static JsonObject Json(byte[] bytes) => JsonNode.Parse(bytes)!.AsObject();

    private byte[] Sign(IEnumerable<byte[]> parts) =>
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(key, parts.SelectMany(part => part).ToArray())));

    // Nothing says when a subscription has arrived; so requests are repeated until one of them is heard of, as Jupyter's own clients do.
    private void MeetOnIoPub()
    {
        Task<JupyterMessage> heard = Task.Run(Told);
        string last;
        do
        {
            last = Ask("comm_info_request", []);
            Reply();
        }
        while (!heard.Wait(TimeSpan.FromMilliseconds(20)));
        if (heard.Result.Parent != last || heard.Result["execution_state"] != "idle")
            ToldOf(last);
    }
}
