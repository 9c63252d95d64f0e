using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>A messenger's provider as the law meets it: writes down what it passes on, and has a desk that looks up what it holds.</summary>
internal sealed class Provider
{
    private readonly IDeployment deployment;
    private readonly IReadOnlyList<string> customers;
    private readonly RelayLog log = new();
    private readonly PlayClock clock = new();

    /// <param name="deployment">The messenger.</param>
    /// <param name="customers">Its people.</param>
    /// <param name="courts">The courts under which it stands.</param>
    /// <param name="forces">The police forces that it knows.</param>
    /// <param name="turnaround">How long its desks take.</param>
    public Provider(
        IDeployment deployment,
        IReadOnlyList<string> customers,
        IReadOnlyDictionary<string, DhPublicKey> courts,
        IReadOnlyDictionary<string, DhPublicKey> forces,
        TimeSpan turnaround)
    {
        (this.deployment, this.customers) = (deployment, customers);
        Desk = new(courts, Held, clock, turnaround);
        Believing = new(RequesterCheck.Letterhead, forces, Held, clock, turnaround);
        Checking = new(RequesterCheck.Signature, forces, Held, clock, turnaround);
    }

    /// <summary>The desk for courts' orders.</summary>
    public OrderDesk Desk { get; }

    /// <summary>A desk for emergencies that believes a letterhead.</summary>
    public EmergencyDesk Believing { get; }

    /// <summary>A desk for emergencies that checks signatures.</summary>
    public EmergencyDesk Checking { get; }

    /// <summary>A message is passed on.</summary>
    public void PassesOn(ScriptedMessage message, IReadOnlyList<Envelope> sent)
    {
        clock.Now = message.Time;
        // What goes to the provider's own address is the first half of a way, and its log has the whole.
        foreach (Envelope envelope in sent.Where(envelope => customers.Contains(envelope.To)))
            log.Record(envelope);
    }

    /// <summary>Time goes on while nobody writes.</summary>
    public void Wait(DateTimeOffset now) => clock.Now = now;

    private HeldData Held()
    {
        ServerLoot server = deployment.SeizeServer();
        var readable = server.Store.Select(stored => new HeldMessage(stored.Came.From, stored.To, stored.Came.Time, stored.Content));
        return new(log, server.Queue, [.. readable]);
    }
}
