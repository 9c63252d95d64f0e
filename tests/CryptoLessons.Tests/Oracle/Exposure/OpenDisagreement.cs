using CryptoLessons.Adversary;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>Where the attacks do less than the specification says that they can: found by this comparison, left out of it, and to be taken out
/// of this list when mended.</summary>
/// <remarks>Left out by the length of the scenes: a chat's key that the other side is to renew is renewed one message late from the second time on,
/// since the message that first uses a key counts with its sender alone.</remarks>
internal static class OpenDisagreement
{
    /// <summary>Whether what was read is left out.</summary>
    internal static bool OnReading(ExposureScene scene, string design, string compromise) => (design, compromise) switch
    {
        ("transport-only" or "cloud-chat" or "intercept-interface" or "secret-chat" or "postcard", _) => false,
        // Each phone has one one-time prekey ready at a time; the session of a second newcomer begins with one that is made after the seizure.
        (_, "device-seizure") => Strangers(scene).Count(scene.Later.Contains) > 1,
        // The thief does not sit in sessions that others have yet to begin with the seized prekeys, nor in one whose first message is in flight.
        (_, "device-seizure-active") => Strangers(scene).Any(first => !scene.Delivered.Contains(first)),
        _ => false,
    };

    /// <summary>Whether what was forged is left out: the thief of a phone without any session tries nothing.</summary>
    internal static bool OnForging(ExposureScene scene, string compromise) =>
        compromise is "device-seizure" or "device-seizure-active" && NoSession(scene);

    /// <summary>Whether forging controls are left out: of whom nothing has arrived, the target or the sender in flight, any key passes.</summary>
    internal static bool OnControl(ExposureScene scene) => new[] { scene.Target, scene.Moment.From }
        .Any(person => !scene.Delivered.Any(message => message.From == person));

    private static bool NoSession(ExposureScene scene) => !PhoneExposure.Of(scene, scene.Script.Messages).HasSession(scene.Target);

    /// <summary>The first messages that others sent the target before the target wrote to them.</summary>
    private static IEnumerable<ScriptedMessage> Strangers(ExposureScene scene) => scene.Circle.Where(person => person != scene.Target)
        .Select(person => scene.Script.Conversation.FirstOrDefault(message => message.From == person || message.From == scene.Target))
        .OfType<ScriptedMessage>().Where(first => first.From != scene.Target);
}
