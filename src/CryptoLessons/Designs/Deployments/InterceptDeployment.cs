using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>A provider that reads what it carries and keeps none of it, with a standard interception port in its switch.</summary>
internal sealed class InterceptDeployment : ClientServerDeployment
{
    private readonly IReadOnlyList<string> customers;
    private readonly string consoleAddress;
    private readonly DhKeyPair console;
    private readonly InterceptManagement management;
    private readonly InterceptPort port;

    public InterceptDeployment(IReadOnlyList<string> people, SeededRandom random)
        : base(people, random, new NoStore())
    {
        (customers, consoleAddress) = (people, Addresses.Unlike(people, Addresses.Console));
        console = DhKeyPair.Generate(random.Child("console"));
        management = new(Court.PublicKey, console, random.Child("orders"));
        port = new(console.Public);
    }

    private InterceptDeployment(InterceptDeployment original)
        : base(original) =>
        (customers, consoleAddress, console, management, port) =
            (original.customers, original.consoleAddress, original.console, original.management.Fork(), original.port.Fork());

    /// <summary>Whoever compares the two layers sees whose messages are copied without a warrant.</summary>
    public override Noticed Noticed => management.Reconcile(port).Count > 0 ? Noticed.IfCompared : Noticed.No;

    public override IDeployment Fork() => new InterceptDeployment(this);

    /// <summary>What is addressed to the provider may be an order for its port: the port does not ask where it comes from.</summary>
    public override DecryptFailure Deliver(Envelope envelope, out byte[] plaintext)
    {
        if (envelope.To == ProviderAddress && InterceptOrder.TryParse(envelope.Message.Bytes.Span, out InterceptOrder? order))
            port.Obey(order);
        if (envelope.To != consoleAddress)
            return base.Deliver(envelope, out plaintext);
        plaintext = [];
        return DecryptFailure.None;
    }

    public override EscrowLoot? Leak(AccessSecret secret) =>
        secret is AccessSecret.Escrow or AccessSecret.JudgeAndKey ? new ConsoleLoot(console.Copy(), customers, [.. port.Targets]) : null;

    public override Quorum? Holders => Quorum.One;

    /// <summary>The layer that keeps the log turns the warrant into an order to the port, whose copies the console opens.</summary>
    public override Interception? Intercept(Warrant warrant, Transcript carried) => management.Carry(warrant, port, Clock.Now)
        ? new(
            UseTheConsole.Listen(console),
            [new("operator", "writes the warrant into its log and orders the port to copy", Trace.OwnLog), new("operator", "opens the copies")])
        : null;

    protected override IReadOnlyList<Envelope> SendNow(ScriptedMessage message)
    {
        IReadOnlyList<Envelope> sent = base.SendNow(message);
        return port.Copy([message.From, .. message.To], message.Plaintext.Span, Random) is { } copy
            ? [.. sent, new(ProviderAddress, consoleAddress, message.Time, new(CiphertextType.Plain, copy))]
            : sent;
    }
}
