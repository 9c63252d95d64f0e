using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>A Technical Capability Notice: one day every phone gets an update, and the sessions that there are go on under another suite.</summary>
internal static class Notice
{
    public static Design Design { get; } = new(
        "notice",
        "Signal's protocol, until a notice switches message-key escrow on for everybody",
        ["A06", "A18", "A27", "A51"],
        [typeof(X3dh), typeof(SignalFunctions), typeof(MessageKeyEscrow)],
        (script, random, profile) => new NoticeDeployment(
            script.People, random, profile, new Court(random.Child("court")), new WholeKeyCustody(random.Child("authority")), ComesIntoForce(script)))
    {
        Parts = [typeof(NoticeDeployment), typeof(WholeKeyCustody)],
    };

    /// <summary>The first midnight, UTC, after a quarter of the conversation's messages.</summary>
    public static DateTimeOffset ComesIntoForce(Script script)
    {
        ScriptedMessage[] conversation = [.. script.Conversation];
        DateTime quarter = conversation[(conversation.Length - 1) / 4].Time.UtcDateTime;
        return new(quarter.Date.AddDays(1), TimeSpan.Zero);
    }
}
