using System.Text.Json.Nodes;
using CryptoLessons.Cli.Peer;

namespace CryptoLessons.Interop.Tests;

/// <summary>What <c>cryptolessons peer</c> does with each line, without a process around it: most of a test's time would go into starting one.</summary>
internal sealed class PeerPipe : Pipe
{
    private readonly PeerProcess peer = new();

    public override JsonObject Ask(JsonObject request) => JsonNode.Parse(peer.Answer(request.ToJsonString()))!.AsObject();

    public override JsonObject[] AskAll(IReadOnlyList<JsonObject> requests) => [.. requests.Select(Ask)];

    public override void End()
    {
    }

    public override void Dispose()
    {
    }
}
