using System.Text.Json.Nodes;

namespace CryptoLessons.Cli.Peer;

/// <summary>One request; its members are those of the JSON object, in snake case.</summary>
internal abstract record PeerRequest
{
    /// <summary>Serves the request.</summary>
    /// <param name="device">The process's device; null until <c>new</c> has made it.</param>
    /// <returns>The answer; when it is an error, nothing has changed.</returns>
    public abstract JsonObject Serve(ref PeerDevice? device);
}
