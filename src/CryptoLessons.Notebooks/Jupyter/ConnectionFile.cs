using System.Net;
using System.Text;
using System.Text.Json;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>Where a kernel listens and with which key messages are signed: what Jupyter writes into a file before it starts one.</summary>
/// <param name="Address">The address of all sockets.</param>
/// <param name="Shell">The port that takes what is to be run; 0 is any free one, as for the others.</param>
/// <param name="Control">The port that takes what must not wait behind a running cell.</param>
/// <param name="Stdin">The port on which a kernel asks for input; this one never does.</param>
/// <param name="IoPub">The port that tells all clients what cells put out.</param>
/// <param name="Heartbeat">The port that echoes.</param>
/// <param name="Key">The key of HMAC-SHA256, at least one byte.</param>
public sealed record ConnectionFile(IPAddress Address, int Shell, int Control, int Stdin, int IoPub, int Heartbeat, ReadOnlyMemory<byte> Key)
{
    // Jupyter's own has a few hundred bytes.
    private const int Longest = 1 << 16;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where Jupyter wrote it.</param>
    /// <returns>What it says, or a sentence that says why it cannot be used.</returns>
    public static (ConnectionFile? Connection, string? Complaint) Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length > Longest)
                return Unusable(path, $"it is longer than {Longest} bytes");
            using JsonDocument document = JsonDocument.Parse(file);
            return Of(path, document.RootElement);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or JsonException)
        {
            return Unusable(path, failure.Message.TrimEnd('.'));
        }
        catch (Exception failure) when (failure is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return Unusable(path, "ip, key and the five ports have to stand in it, as Jupyter writes them");
        }
    }

    // Anybody who can reach the ports of a kernel without a key can run programs as its user: such a kernel is not started.
    private static (ConnectionFile?, string?) Of(string path, JsonElement content) =>
        Text(content, "transport") != "tcp" ? Unusable(path, "its transport is not tcp, the only one that this kernel has")
        : Text(content, "signature_scheme") != "hmac-sha256"
            ? Unusable(path, "its signature_scheme is not hmac-sha256, the only one that this kernel has")
        : Text(content, "key").Length == 0 ? Unusable(path, "it has no key, and without one anybody on this machine could run programs in your name")
        : !IPAddress.TryParse(Text(content, "ip"), out IPAddress? address) ? Unusable(path, $"'{Text(content, "ip")}' is no IP address")
        : (new(address, Port(content, "shell_port"), Port(content, "control_port"), Port(content, "stdin_port"), Port(content, "iopub_port"),
            Port(content, "hb_port"), Encoding.UTF8.GetBytes(Text(content, "key"))), null);

    private static (ConnectionFile?, string?) Unusable(string path, string why) =>
        (null, $"'{path}' cannot be used as a connection file: {why}. Jupyter writes it when it starts a kernel: choose the kernel in Jupyter.");

    private static string Text(JsonElement content, string name) => content.GetProperty(name).GetString() ?? "";

    private static int Port(JsonElement content, string name) =>
        content.GetProperty(name).GetInt32() is >= 0 and <= IPEndPoint.MaxPort and int port ? port : throw new FormatException(name);
}
