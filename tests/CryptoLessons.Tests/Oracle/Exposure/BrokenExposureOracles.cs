using CryptoLessons.Adversary;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>Oracles with one wrong rule each. A comparison that cannot tell them from the true one proves nothing.</summary>
internal static class BrokenExposureOracles
{
    /// <summary>Every wrong oracle by the name of its mistake.</summary>
    internal static IReadOnlyDictionary<string, ExposureOracle> All { get; } = new Dictionary<string, ExposureOracle>
    {
        ["a chat's key lasts for one message more"] = new Constants(messagesAKey: 101),
        ["a day's key is destroyed at midnight"] = new Constants(daysHeld: 1),
        ["a day's key is held for a day more"] = new Constants(daysHeld: 3),
        ["only equal pictures are found"] = new Constants(bitsApart: 0),
        ["every picture is found"] = new Constants(bitsApart: 64),
        ["the notice is in force at once"] = new InForceAtOnce(),
        ["an evolving key opens yesterday"] = new OpensYesterday(),
        ["an evolving key opens nothing before the theft"] = new OpensNothingBefore(),
        ["one share is everything"] = new OneShareIsEverything(),
        ["one copy is nothing"] = new OneCopyIsNothing(),
        ["the agency needs no judge"] = new NeedsNoJudge(),
        ["the judge opens nothing"] = new JudgeOpensNothing(),
        ["a ghost reads what was in flight"] = new GhostReadsInFlight(),
        ["what is not kept cannot be read"] = new NotKept(),
        ["a phone's channel key opens nothing old"] = new ChannelKeyOpensNothingOld(),
        ["a sender reads the own message in flight"] = new SenderReadsOwn(),
        ["a member does not read what is in flight"] = new InFlightClosed(),
        ["the spying build gives everything away at once"] = new ReportsAtOnce(),
        ["the spying build gives away what is sent alone"] = new ReportsSentAlone(),
        ["whoever has the directory has everybody"] = new EverybodyMeets(),
        ["two nonces give a seed away"] = new Constants(noncesASeed: 2),
        ["a seed takes four nonces"] = new Constants(noncesASeed: 4),
        ["a phone that talks betrays its owner's messages alone"] = new BetraysItsOwner(),
        ["what was said before is rolled back too"] = new RolledBackBefore(),
        ["first contacts are safe"] = new NobodyMeets(),
        ["a place on the wire is worth nothing"] = new WireIsWorthNothing(),
        ["prekeys are worth nothing"] = new PreKeysAreWorthNothing(),
    };

    private sealed class Constants(int messagesAKey = 100, int daysHeld = 2, int bitsApart = 4, int noncesASeed = 3) : ExposureOracle
    {
        protected override int MessagesAKey => messagesAKey;

        protected override int DaysHeld => daysHeld;

        protected override int BitsApart => bitsApart;

        protected override int NoncesASeed => noncesASeed;
    }

    private sealed class BetraysItsOwner : ExposureOracle
    {
        protected override bool Betrays(ExposureScene scene, ScriptedMessage message) => Talks(scene.Script.Messages, message.From);
    }

    private sealed class RolledBackBefore : ExposureOracle
    {
        protected override IEnumerable<int> AccessSecret(ExposureScene scene, string design) =>
            design == "version-rollback" ? Numbers(scene.Script.Messages) : base.AccessSecret(scene, design);
    }

    private sealed class InForceAtOnce : ExposureOracle
    {
        protected override DateTimeOffset InForce(ExposureScene scene) => scene.Quarter.Time;
    }

    private sealed class OpensYesterday : ExposureOracle
    {
        protected override IEnumerable<int> AccessSecret(ExposureScene scene, string design) => design == "evolving-escrow"
            ? Numbers(scene.Script.Messages.Where(message => Day(message) >= Day(scene.Moment) - 1))
            : base.AccessSecret(scene, design);
    }

    private sealed class OpensNothingBefore : ExposureOracle
    {
        protected override IEnumerable<int> AccessSecret(ExposureScene scene, string design) =>
            design == "evolving-escrow" ? Numbers(scene.Later) : base.AccessSecret(scene, design);
    }

    private sealed class OneShareIsEverything : ExposureOracle
    {
        protected override IEnumerable<int> OneShare(ExposureScene scene, string design) => AccessSecret(scene, design);
    }

    private sealed class OneCopyIsNothing : ExposureOracle
    {
        protected override IEnumerable<int> OneShare(ExposureScene scene, string design) => [];
    }

    private sealed class NeedsNoJudge : ExposureOracle
    {
        protected override IEnumerable<int> AccessSecret(ExposureScene scene, string design) =>
            design == "warrant-ledger" ? Numbers(scene.Script.Messages) : base.AccessSecret(scene, design);
    }

    private sealed class JudgeOpensNothing : ExposureOracle
    {
        protected override IEnumerable<int> JudgeAndKey(ExposureScene scene, string design) => AccessSecret(scene, design);
    }

    private sealed class GhostReadsInFlight : ExposureOracle
    {
        protected override IEnumerable<int> FromTheActOn(ExposureScene scene) => Numbers([scene.Moment, .. scene.Later]);
    }

    private sealed class NotKept : ExposureOracle
    {
        protected override IEnumerable<int> Server(ExposureScene scene, string design) =>
            design == "intercept-interface" ? Numbers(scene.Later) : base.Server(scene, design);
    }

    private sealed class ChannelKeyOpensNothingOld : ExposureOracle
    {
        protected override IEnumerable<int> Phone(ExposureScene scene, string design, string owner, bool wholeDevice) =>
            design == "transport-only"
                ? Numbers(scene.Later.Where(message => message.Involves(owner)))
                : base.Phone(scene, design, owner, wholeDevice);
    }

    private sealed class SenderReadsOwn : ExposureOracle
    {
        protected override GroupExposure Group(ExposureScene scene) => new From(scene, scene.At, scene.At);
    }

    private sealed class InFlightClosed : ExposureOracle
    {
        protected override GroupExposure Group(ExposureScene scene) => new From(scene, scene.At + 1, scene.At + 1);
    }

    private sealed class From(ExposureScene scene, int own, int others) : GroupExposure(scene)
    {
        protected override int First(string sender, string owner) => sender == owner ? own : others;
    }

    private sealed class ReportsAtOnce : ExposureOracle
    {
        protected override bool Reports(ExposureScene scene, ScriptedMessage message) => message.Involves(scene.Target);
    }

    private sealed class ReportsSentAlone : ExposureOracle
    {
        protected override bool Reports(ExposureScene scene, ScriptedMessage message) => message.From == scene.Target;
    }

    private sealed class EverybodyMeets : ExposureOracle
    {
        protected override bool MeetLater(ExposureScene scene, string one, string other) => true;
    }

    private sealed class NobodyMeets : ExposureOracle
    {
        protected override bool MeetLater(ExposureScene scene, string one, string other) => false;
    }

    private sealed class WireIsWorthNothing : ExposureOracle
    {
        protected override IEnumerable<int> PhoneAndWire(ExposureScene scene, string design) => Phone(scene, design, scene.Target, wholeDevice: true);
    }

    private sealed class PreKeysAreWorthNothing : ExposureOracle
    {
        protected override IEnumerable<int> Phone(ExposureScene scene, string design, string owner, bool wholeDevice) =>
            base.Phone(scene, design, owner, wholeDevice: false);
    }
}
