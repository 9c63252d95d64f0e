using CryptoLessons.Adversary;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>The strongest forging that the secrets of each compromise give while one message is in flight, where the specification says it.</summary>
internal static class ForgingOracle
{
    /// <summary>The strongest forging; null where the specification names none.</summary>
    internal static Forged? Strongest(ExposureScene scene, string design, string compromise) => (design, compromise) switch
    {
        ("postcard" or "transport-only" or "cloud-chat" or "intercept-interface" or "secret-chat", not "wiretap") or ("postcard", _) => null,
        ("ghost-device" or "directory-swap" or "compelled-update" or "client-scanning" or "session-secret-escrow",
            "escrow-leak" or "judge-and-key") => null,
        ("strict-group", "session-seizure" or "member-seizure") => null,
        ("export-grade" or "crumple-zone", "wiretap" or "server-breach" or "escrow-leak" or "judge-and-key" or "one-share") => Slot,
        ("export-grade" or "crumple-zone", "session-seizure") => Stronger(Slot, Sessions(scene, scene.Target)),
        ("export-grade" or "crumple-zone", "member-seizure") => Stronger(Slot, Sessions(scene, scene.Member)),
        ("translucent", "escrow-leak" or "judge-and-key") => null,
        (_, "wiretap" or "server-breach") => Forged.None,
        (_, "session-seizure") => Sessions(scene, scene.Target),
        (_, "member-seizure") => Sessions(scene, scene.Member),
        (_, "device-seizure" or "device-seizure-active") => Forged.Impersonate,
        (_, "directory-control") => null,
        ("identity-deposit", "escrow-leak" or "judge-and-key") => Forged.Impersonate,
        ("dual-ec", "escrow-leak" or "judge-and-key") => Forged.Impersonate,
        ("talking-nonce", "escrow-leak" or "judge-and-key") => SomebodyTalked(scene) ? Forged.Impersonate : Forged.None,
        ("work-factor", "escrow-leak" or "judge-and-key") => Slot,
        ("jurisdictions", _) => Slot,
        ("warrant-ledger", "judge-and-key") => Slot,
        ("message-key-escrow" or "threshold-escrow" or "epoch-escrow" or "evolving-escrow", "escrow-leak" or "judge-and-key") => Slot,
        ("notice", "escrow-leak" or "judge-and-key") => AfterTheNotice(scene) ? Slot : Forged.None,
        _ => Forged.None,
    };

    private static Forged Stronger(Forged one, Forged other) => one > other ? one : other;

    /// <summary>Whether anybody's phone had sent enough nonces by the compromise, the message in flight included.</summary>
    private static bool SomebodyTalked(ExposureScene scene) =>
        scene.Sent.Select(message => message.From).Distinct().Any(person => new ExposureOracle().Talks(scene.Sent, person));

    /// <summary>Whoever has a message's key writes another in its place.</summary>
    private static Forged Slot => Forged.Slot;

    /// <summary>With a session state goes a chain of its own; without a session there is nothing to go on.</summary>
    private static Forged Sessions(ExposureScene scene, string owner) =>
        PhoneExposure.Of(scene, scene.Script.Messages).HasSession(owner) ? Forged.Hijack : Forged.None;

    /// <summary>Whether the message in flight carries its key to the authority.</summary>
    private static bool AfterTheNotice(ExposureScene scene) => scene.Moment.Time.UtcDateTime.Date > scene.Quarter.Time.UtcDateTime.Date;
}
