using CryptoLessons.Adversary;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>What a phone that runs Signal's protocol gives away, pair by pair: the oracle for one session, for every pair of the owner's.</summary>
/// <param name="messages">All that is sent pairwise, in order; each goes to every recipient on its own, and arrives before the next is sent.</param>
/// <param name="sent">How many of them had been sent at the seizure.</param>
/// <param name="arrived">How many had arrived: as many, or the last one had not.</param>
internal sealed class PhoneExposure(IReadOnlyList<ScriptedMessage> messages, int sent, int arrived)
{
    /// <summary>The same of those of a scene's messages that count.</summary>
    internal static PhoneExposure Of(ExposureScene scene, IReadOnlyList<ScriptedMessage> messages) =>
        new(messages, messages.Count(scene.Sent.Contains), messages.Count(scene.Delivered.Contains));

    /// <summary>The numbers of the messages that open.</summary>
    /// <param name="owner">Whose phone.</param>
    /// <param name="wholeDevice">Whether the prekeys are in the loot.</param>
    internal IReadOnlySet<int> Opened(string owner, bool wholeDevice) =>
        messages.SelectMany(message => (IEnumerable<string>)[message.From, .. message.To]).Distinct().Where(other => other != owner)
            .SelectMany(other => Between(owner, other, wholeDevice)).ToHashSet();

    /// <summary>Whether the owner has a session with anybody: with whom a message was sent, or from whom one has arrived.</summary>
    internal bool HasSession(string owner) =>
        messages.Take(sent).Any(message => message.From == owner) || messages.Take(arrived).Any(message => message.To.Contains(owner));

    /// <summary>Who begins the next session with the owner; null when nobody does.</summary>
    internal string? NextStranger(string owner) => messages.Skip(sent).FirstOrDefault(message => message.To.Contains(owner)
        && messages.TakeWhile(earlier => earlier != message).All(earlier => !Are(earlier, owner, message.From)))?.From;

    private IEnumerable<int> Between(string owner, string other, bool wholeDevice)
    {
        ScriptedMessage[] between = [.. messages.Where(message => Are(message, owner, other))];
        bool initiates = between.FirstOrDefault()?.From == owner;
        // Who will begin, and has not begun, holds nothing of it: the ephemeral key is still to be made.
        if (initiates && !messages.Take(sent).Any(between.Contains))
            return [];
        // The one-time prekey that the next stranger takes lies on the phone; the one after it is still to be made.
        if (!initiates && !messages.Take(sent).Any(between.Contains) && other != NextStranger(owner))
            return [];
        var seizure = new Seize(initiates ? Party.Alice : Party.Bob, wholeDevice);
        var events = new List<ScheduleEvent>();
        int ordinal = 0;
        for (int i = 0; i < messages.Count; i++)
        {
            if (i == sent && arrived == sent)
                events.Add(seizure);
            bool ours = between.Contains(messages[i]);
            if (ours)
                events.Add(new Send(messages[i].From == between[0].From ? Party.Alice : Party.Bob));
            if (i == sent - 1 && arrived < sent)
                events.Add(seizure);
            if (ours)
                events.Add(new Deliver(ordinal++));
        }
        if (!events.Contains(seizure))
            events.Add(seizure);
        return new SeizureOracle().Read(new(events, OneTimePreKey: true, Limits.Libsignal)).Select(read => between[read].Number);
    }

    private static bool Are(ScriptedMessage message, string one, string other) =>
        (message.From == one && message.To.Contains(other)) || (message.From == other && message.To.Contains(one));
}
