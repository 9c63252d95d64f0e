namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>Writes a schedule by hand, burst by burst.</summary>
internal sealed class TripleScript
{
    private readonly List<ScheduleEvent> events = [];
    private int sent;

    /// <summary>Messages of one party, sent in a row and lost.</summary>
    internal TripleScript Lost(Party from, int count)
    {
        events.AddRange(Enumerable.Repeat(new Send(from), count));
        sent += count;
        return this;
    }

    /// <summary>Messages of one party, sent in a row; all arrive when the last was sent.</summary>
    internal TripleScript Burst(Party from, int count)
    {
        Lost(from, count);
        return Arrive([.. Enumerable.Range(sent - count, count)]);
    }

    /// <summary>Late arrivals, by ordinal.</summary>
    internal TripleScript Arrive(params int[] messages)
    {
        events.AddRange(messages.Select(message => new Deliver(message)));
        return this;
    }

    /// <summary>The session states of a party are copied, if the condition is met.</summary>
    internal TripleScript Seized(Party of, bool really = true)
    {
        if (really)
            events.Add(new Seize(of, WholeDevice: false));
        return this;
    }

    /// <summary>The schedule so far; the session began with one-time prekeys.</summary>
    internal Schedule Under(Limits limits) => new([.. events], OneTimePreKey: true, limits);
}
