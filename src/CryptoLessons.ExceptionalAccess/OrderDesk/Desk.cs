namespace CryptoLessons.ExceptionalAccess;

/// <summary>A provider's desk for requests from outside: looks up what is held, takes its time, and writes everything down.</summary>
public abstract class Desk
{
    private readonly Func<HeldData> held;
    private readonly TimeProvider clock;
    private readonly TimeSpan turnaround;
    private readonly List<DeskLogEntry> log = [];

    /// <param name="held">What the provider holds when it is asked.</param>
    /// <param name="clock">The time.</param>
    /// <param name="turnaround">How long an answer takes, a refusal too.</param>
    private protected Desk(Func<HeldData> held, TimeProvider clock, TimeSpan turnaround)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(turnaround, TimeSpan.Zero);
        (this.held, this.clock, this.turnaround) = (held, clock, turnaround);
    }

    /// <summary>Every request so far, answered or refused, in order.</summary>
    public IReadOnlyList<DeskLogEntry> Log => log;

    /// <summary>The time, UTC.</summary>
    private protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Answers a request of which the desk has found out whether anything speaks against it.</summary>
    private protected DeskAnswer Answer(string by, string target, Period covered, OrderRefusal? refusal)
    {
        Disclosure? disclosure = refusal is null ? held().Of(target, covered) : null;
        if (disclosure is null)
            refusal ??= OrderRefusal.NoSuchCustomer;
        log.Add(new(by, target, Now, refusal));
        return new(Now + turnaround, refusal, disclosure);
    }
}
