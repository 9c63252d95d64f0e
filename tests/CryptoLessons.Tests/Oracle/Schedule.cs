using CryptoLessons.Tests.Oracle.Triple;

namespace CryptoLessons.Tests.Oracle;

/// <summary>The two ends of a session: Alice initiates, Bob responds.</summary>
internal enum Party
{
    Alice,
    Bob,
}

/// <summary>One thing that happens in a schedule.</summary>
internal abstract record ScheduleEvent;

/// <summary><paramref name="From"/> encrypts the next message; its ordinal is the number of Send events before this one.</summary>
internal sealed record Send(Party From) : ScheduleEvent;

/// <summary>The message with this ordinal reaches the other party; a message may arrive late, never (lost) or twice (a replay).</summary>
internal sealed record Deliver(int Message) : ScheduleEvent;

/// <summary>A thief copies the session states of <paramref name="Of"/> or, with <paramref name="WholeDevice"/>, the phone with its
/// identity key, signed prekey and unspent one-time prekeys.</summary>
internal sealed record Seize(Party Of, bool WholeDevice) : ScheduleEvent;

/// <summary>What a receiver stores at most: the furthest jump in one chain, the skipped seeds of one chain, the receiving chains.</summary>
internal sealed record Limits(int ForwardJump, int SkippedSeeds, int ReceivingChains)
{
    /// <summary>The limits of libsignal's consts.rs.</summary>
    internal static Limits Libsignal { get; } = new(25_000, 2_000, 5);

    /// <summary>Those of the post-quantum ratchet, where there is one.</summary>
    public SpqrBounds Spqr { get; init; } = SpqrBounds.Libsignal;
}

/// <summary>A conversation in integers. The session exists for Alice from the start; for Bob from the first message he accepts.</summary>
/// <param name="Events">What happens, in order.</param>
/// <param name="OneTimePreKey">Whether Alice's bundle held a one-time prekey.</param>
/// <param name="Limits">The limits of both receivers.</param>
internal sealed record Schedule(IReadOnlyList<ScheduleEvent> Events, bool OneTimePreKey, Limits Limits)
{
    /// <summary>The number of messages sent.</summary>
    internal int MessageCount => Events.OfType<Send>().Count();

    /// <summary>The events in one line, to follow a failure by hand: <c>A0</c> a send, <c>&gt;0</c> a delivery, <c>!B+</c> the seizure
    /// of Bob's whole device.</summary>
    public override string ToString()
    {
        int sent = 0;
        IEnumerable<string> words = Events.Select(e => e switch
        {
            Send send => $"{Letter(send.From)}{sent++}",
            Deliver deliver => $">{deliver.Message}",
            Seize seize => $"!{Letter(seize.Of)}{(seize.WholeDevice ? "+" : "")}",
            _ => throw new InvalidOperationException($"Unknown event {e.GetType().Name}."),
        });
        return $"[one-time prekey {OneTimePreKey}, {Limits}] {string.Join(' ', words)}";
    }

    private static char Letter(Party party) => party == Party.Alice ? 'A' : 'B';
}
