using CryptoLessons.Adversary;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>The rules that a prediction is made of.</summary>
internal partial class ExposureOracle
{
    /// <summary>The first midnight, UTC, after a quarter of the conversation has been said.</summary>
    protected virtual DateTimeOffset InForce(ExposureScene scene) => new(scene.Quarter.Time.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);

    /// <summary>Whether the authority still held a day's key at the compromise: a key is used to the end of its day.</summary>
    protected virtual bool Holds(ExposureScene scene, int day) => day <= Day(scene.Moment) && day > Day(scene.Moment) - DaysHeld;

    /// <summary>Whether the spying build gave a message away: with the next that its owner sends.</summary>
    protected virtual bool Reports(ExposureScene scene, ScriptedMessage message) => message.Involves(scene.Target)
        && (message.From == scene.Target || scene.Later.SkipWhile(later => later != message).Any(later => later.From == scene.Target));

    /// <summary>Whether one of a message's ends has a phone whose seed is in its nonces: from there on, and back, all its keys are known.</summary>
    protected virtual bool Betrays(ExposureScene scene, ScriptedMessage message) =>
        Talks(scene.Script.Messages, message.From) || message.To.Any(person => Talks(scene.Script.Messages, person));

    /// <summary>Whether a phone sent enough nonces among some messages: one to each recipient.</summary>
    internal bool Talks(IEnumerable<ScriptedMessage> messages, string person) =>
        messages.Where(message => message.From == person).Sum(message => message.To.Count) >= NoncesASeed;

    /// <summary>What two people said under the keys that one of them holds: back to the last renewal and on to the next.</summary>
    protected virtual IEnumerable<int> UnderKeysHeld(ExposureScene scene, string owner) => scene.Circle.Where(person => person != owner)
        .SelectMany(other => new SecretChatExposure(MessagesAKey).Opened(scene, owner, other));

    /// <summary>Whether two people had no session when the directory fell.</summary>
    protected virtual bool MeetLater(ExposureScene scene, string one, string other) =>
        !scene.Sent.Any(message => (message.From == one && message.To.Contains(other)) || (message.From == other && message.To.Contains(one)));

    /// <summary>Whether a later message goes through a session that the target's thief can sit in.</summary>
    protected virtual bool Hears(ExposureScene scene, ScriptedMessage message)
    {
        string[] others = message.From == scene.Target ? [.. message.To] : [message.From];
        return others.Any(other => !MeetLater(scene, scene.Target, other) || other == Sessions(scene).NextStranger(scene.Target));
    }

    /// <summary>What a member's state opens.</summary>
    protected virtual GroupExposure Group(ExposureScene scene) => new(scene);

    /// <summary>Everybody's sessions, pair by pair.</summary>
    protected virtual PhoneExposure Sessions(ExposureScene scene) => PhoneExposure.Of(scene, scene.Script.Messages);

    /// <summary>The day of a message, UTC, counted from any day.</summary>
    protected static int Day(ScriptedMessage message) => DateOnly.FromDateTime(message.Time.UtcDateTime).DayNumber;
}
