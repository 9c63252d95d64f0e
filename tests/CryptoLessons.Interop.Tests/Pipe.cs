using System.Text.Json.Nodes;

namespace CryptoLessons.Interop.Tests;

/// <summary>One device that answers a JSON object a line: ours or, through the bridge, Signal's library.</summary>
internal abstract class Pipe : IDisposable
{
    /// <summary>A new device of that side.</summary>
    public static Pipe Of(Side side, Release release) => side switch
    {
        Side.Ours => new PeerPipe(),
        Side.OurProcess => OurProcess(),
        _ => Libsignal(release),
    };

    /// <summary>A new bridge to Signal's own library.</summary>
    public static Pipe Libsignal(Release release) => new ProcessPipe("node", LibsignalPackage.Bridge, release.Version);

    /// <summary>Sends a request and waits for its answer.</summary>
    public abstract JsonObject Ask(JsonObject request);

    /// <summary>Sends many requests and does not wait for an answer before the next, which saves most of the time.</summary>
    public abstract JsonObject[] AskAll(IReadOnlyList<JsonObject> requests);

    /// <summary>Ends the input. The device has nothing more to say and ends well.</summary>
    public abstract void End();

    public abstract void Dispose();

    private static ProcessPipe OurProcess() => new(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "CryptoLessons.Cli.dll"), "peer");
}
