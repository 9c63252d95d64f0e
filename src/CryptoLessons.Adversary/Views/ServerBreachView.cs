namespace CryptoLessons.Adversary;

/// <summary>An adversary who records the wire and copied the relay server's memory.</summary>
public sealed class ServerBreachView : View
{
    internal ServerBreachView(Transcript transcript, ServerLoot server)
        : base(transcript) => Server = server;

    /// <summary>The relay server's memory.</summary>
    public ServerLoot Server { get; }

    internal override View With(Transcript transcript) => new ServerBreachView(transcript, Server);
}
