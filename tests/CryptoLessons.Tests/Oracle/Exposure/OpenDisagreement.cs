namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>Where the attacks do less than the specification says that they can: found by this comparison, left out of it, and to be taken out
/// of this list when mended.</summary>
/// <remarks>Left out by the length of the scenes: a chat's key that the other side is to renew is renewed one message late from the second time on,
/// since the message that first uses a key counts with its sender alone.</remarks>
internal static class OpenDisagreement
{
    /// <summary>Whether what was forged is left out: the thief of a phone without any session tries nothing.</summary>
    internal static bool OnForging(ExposureScene scene, string compromise) =>
        compromise is "device-seizure" or "device-seizure-active" && NoSession(scene);

    /// <summary>Whether forging controls are left out: of whom nothing has arrived, the target or the sender in flight, any key passes.</summary>
    internal static bool OnControl(ExposureScene scene) => new[] { scene.Target, scene.Moment.From }
        .Any(person => !scene.Delivered.Any(message => message.From == person));

    private static bool NoSession(ExposureScene scene) => !PhoneExposure.Of(scene, scene.Script.Messages).HasSession(scene.Target);
}
