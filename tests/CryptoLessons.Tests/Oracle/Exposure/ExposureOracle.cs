using CryptoLessons.Adversary;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>What each compromise of each design opens, from the specification alone: integers and dates, no key and no ciphertext. Each rule
/// is a method of its own, so that a test can break one at a time.</summary>
internal partial class ExposureOracle
{
    /// <summary>A chat's key is renewed after so many messages.</summary>
    protected virtual int MessagesAKey => 100;

    /// <summary>A day's key is destroyed when it was held for so many days, its own included.</summary>
    protected virtual int DaysHeld => 2;

    /// <summary>By how many of 64 bits a reported picture may differ from a listed one.</summary>
    protected virtual int BitsApart => 4;

    /// <summary>A phone gives away a seed of 32 bytes in pieces of 11.</summary>
    protected virtual int NoncesASeed => 3;

    /// <summary>The numbers of the messages that the thief reads.</summary>
    /// <exception cref="ArgumentException">There is no prediction for such a compromise.</exception>
    internal IReadOnlySet<int> Read(ExposureScene scene, string design, string compromise) =>
        (ReadByAnybody(design) ? Everything(scene) : Opened(scene, design, compromise)).ToHashSet();

    /// <summary>The probability with which the thief reads any one message, where that is left to chance; null where it is not.</summary>
    internal virtual double? Chance(string design, string compromise) =>
        (design, compromise) is ("translucent", "escrow-leak" or "judge-and-key") ? 2.0 / 5 : null;

    /// <summary>What is not encrypted, or so weakly that whoever tries gets in.</summary>
    protected virtual bool ReadByAnybody(string design) => design is "postcard" or "export-grade" or "crumple-zone";

    private IEnumerable<int> Opened(ExposureScene scene, string design, string compromise) => compromise switch
    {
        "wiretap" => [],
        "server-breach" => Server(scene, design),
        "session-seizure" => Phone(scene, design, scene.Target, wholeDevice: false),
        "device-seizure" => Phone(scene, design, scene.Target, wholeDevice: true),
        "device-seizure-active" => PhoneAndWire(scene, design),
        "member-seizure" => Phone(scene, design, scene.Member, wholeDevice: false),
        "escrow-leak" => AccessSecret(scene, design),
        "one-share" => OneShare(scene, design),
        "judge-and-key" => JudgeAndKey(scene, design),
        "directory-control" => Directory(scene, design),
        _ => throw new ArgumentException($"No prediction for {compromise}.", nameof(compromise)),
    };

    /// <summary>Who serves plain text, has it: all that is stored, and all that comes.</summary>
    protected virtual IEnumerable<int> Server(ExposureScene scene, string design) =>
        design is "transport-only" or "cloud-chat" or "intercept-interface" ? Everything(scene) : [];

    /// <summary>One person's phone.</summary>
    protected virtual IEnumerable<int> Phone(ExposureScene scene, string design, string owner, bool wholeDevice) => design switch
    {
        "transport-only" or "cloud-chat" or "intercept-interface" => Numbers(scene.Script.Messages.Where(message => message.Involves(owner))),
        "secret-chat" => UnderKeysHeld(scene, owner),
        "strict-group" => Group(scene).Opened(owner, wholeDevice),
        _ => Sessions(scene).Opened(owner, wholeDevice),
    };

    /// <summary>The man in the middle of every session that the phone has, or that others begin with its prekeys, reads for ever; he has come
    /// too late for the past, and a session that the phone itself begins later has keys that he never saw.</summary>
    /// <remarks>For a secret chat the specification names no such attack.</remarks>
    protected virtual IEnumerable<int> PhoneAndWire(ExposureScene scene, string design) => Phone(scene, design, scene.Target, wholeDevice: true)
        .Concat(design == "secret-chat" ? [] : Numbers(scene.Later.Where(message => message.Involves(scene.Target) && Hears(scene, message))));

    /// <summary>The secret that makes access possible.</summary>
    protected virtual IEnumerable<int> AccessSecret(ExposureScene scene, string design) => design switch
    {
        "transport-only" or "cloud-chat" or "message-key-escrow" or "content-key-escrow" or "threshold-escrow"
            or "jurisdictions" or "clipper" or "work-factor" or "dual-ec" => Everything(scene),
        "notice" => Numbers(scene.Script.Messages.Where(message => message.Time >= InForce(scene))),
        "epoch-escrow" => Numbers(scene.Script.Messages.Where(message => Holds(scene, Day(message)))),
        "evolving-escrow" => Numbers(scene.Script.Messages.Where(message => Day(message) >= Day(scene.Moment))),
        "ghost-device" or "directory-swap" or "intercept-interface" => FromTheActOn(scene),
        "client-scanning" => Numbers(new ScannedContent(BitsApart).In(scene)),
        "compelled-update" => Numbers(scene.Later.Where(message => Reports(scene, message))),
        "version-rollback" => FromTheActOn(scene),
        "talking-nonce" => Numbers(scene.Script.Messages.Where(message => Betrays(scene, message))),
        // Which messages these are is chance: see Chance.
        "translucent" => [],
        // Nothing is sealed to anybody in strict, strict-group and secret-chat. Identity keys read nothing, nor does the secret that a session
        // begins with; the agency's share in the ledger is one of two.
        "strict" or "strict-group" or "secret-chat" or "identity-deposit" or "session-secret-escrow" or "warrant-ledger" => [],
        _ => throw new ArgumentException($"No prediction for {design}.", nameof(design)),
    };

    /// <summary>A share is nothing, and a copy is everything.</summary>
    protected virtual IEnumerable<int> OneShare(ExposureScene scene, string design) => design == "jurisdictions" ? AccessSecret(scene, design) : [];

    /// <summary>Only in the ledger does the judge hold something that the agency lacks.</summary>
    protected virtual IEnumerable<int> JudgeAndKey(ExposureScene scene, string design) =>
        design == "warrant-ledger" ? Everything(scene) : AccessSecret(scene, design);

    /// <summary>Whoever signs the directory stands between people who meet for the first time, and between others if their apps obey.</summary>
    protected virtual IEnumerable<int> Directory(ExposureScene scene, string design) => design switch
    {
        "ghost-device" or "directory-swap" => FromTheActOn(scene),
        "transport-only" or "cloud-chat" or "intercept-interface" or "secret-chat" => [],
        _ => Numbers(scene.Later.Where(message => message.To.Any(person => MeetLater(scene, message.From, person)))),
    };

    /// <summary>From the insertion on everybody's; what had been sent before is out of reach.</summary>
    protected virtual IEnumerable<int> FromTheActOn(ExposureScene scene) => Numbers(scene.Later);

    private static IEnumerable<int> Everything(ExposureScene scene) => Numbers(scene.Script.Messages);

    /// <summary>The numbers of some messages.</summary>
    protected static IEnumerable<int> Numbers(IEnumerable<ScriptedMessage> messages) => messages.Select(message => message.Number);
}
