using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CryptoLessons.Notebooks.Jupyter.Zmtp;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>The socket that tells all clients what happens (Jupyter messaging protocol, "Messages on the IOPub (PUB/SUB) channel").</summary>
internal sealed class IoPub(IPEndPoint at, Session session) : IDisposable
{
    private readonly Publisher publisher = new(at);

    /// <summary>The port.</summary>
    public int Port => publisher.Port;

    /// <summary>Tells that something happened because of a request, and waits while a client has too much to read already.</summary>
    /// <param name="because">The request.</param>
    /// <param name="type">What kind of message it is.</param>
    /// <param name="content">What it says.</param>
    /// <param name="giveUp">Once it is cancelled nobody waits any more: who cannot take the message then misses it.</param>
    public void Tell(Request because, string type, JsonObject content, CancellationToken giveUp) =>
        publisher.Publish(session.Write(type, content, because, [Encoding.ASCII.GetBytes(type)]), giveUp);

    /// <summary>Tells that the kernel is busy with a request.</summary>
    public void Busy(Request because, CancellationToken giveUp) =>
        Tell(because, "status", new() { ["execution_state"] = "busy" }, giveUp);

    /// <summary>Tells that the kernel is done with a request: nothing more comes because of it.</summary>
    public void Idle(Request because, CancellationToken giveUp) =>
        Tell(because, "status", new() { ["execution_state"] = "idle" }, giveUp);

    /// <inheritdoc/>
    public void Dispose() => publisher.Dispose();
}
