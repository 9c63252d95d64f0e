using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Transparency;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol, in an app that installs whatever build its provider signs, and a public log of all builds beside it.</summary>
internal sealed class UpdateDeployment : SignalDeployment<RatchetFunctions>
{
    private static readonly AppBuild Genuine = new(1);
    private static readonly App<RatchetFunctions> GenuineApp = AppOf(Genuine);

    private readonly DhKeyPair updateKey;
    private readonly byte[] newest;
    private readonly Dictionary<string, AppBuild> installed;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> shipped;

    public UpdateDeployment(IReadOnlyList<string> people, SeededRandom random, Profile profile)
        : base(people, random, profile, GenuineApp, new Court(random.Child("court")))
    {
        SeededRandom signing = random.Child("updates");
        updateKey = DhKeyPair.Generate(signing);
        newest = SignedAnswer.Sign(Genuine.Serialize(), updateKey, signing);
        installed = people.ToDictionary(person => person, _ => Genuine);
        shipped = people.ToDictionary(person => person, _ => (ReadOnlyMemory<byte>)newest);
        Log = new(DhKeyPair.Generate(signing), signing, Clock);
        Log.Append(Genuine.Hash());
    }

    private UpdateDeployment(UpdateDeployment original)
        : base(original) =>
        (updateKey, newest, installed, shipped, Log) =
        (original.updateKey, original.newest, new(original.installed), new(original.shipped), original.Log.Fork(original.Log.Size));

    /// <summary>The public log of builds: an entry is the hash of one.</summary>
    public SignedLog Log { get; }

    /// <summary>Whoever compares the build on a phone with the log finds one that is not in it.</summary>
    public override Noticed Noticed => installed.Values.Distinct().All(IsLogged) ? base.Noticed : (Noticed)Math.Max((int)base.Noticed, (int)Noticed.IfCompared);

    public override IDeployment Fork() => new UpdateDeployment(this);

    public override EscrowLoot? Leak(AccessSecret secret) =>
        secret is AccessSecret.Escrow or AccessSecret.JudgeAndKey ? new UpdateKeyLoot(updateKey.Copy()) : base.Leak(secret);

    public override Interception? Intercept(Warrant warrant, Transcript carried) => warrant.IsSignedBy(Court.PublicKey)
        ? new(ShipAnotherBuild.On(carried, updateKey, warrant.Target), [new("provider", $"signs another build and ships it to {warrant.Target} alone")])
        : null;

    public override Quorum? Holders => Quorum.One;

    protected override IReadOnlyList<Envelope> SendNow(ScriptedMessage message)
    {
        foreach (string person in (IEnumerable<string>)[message.From, .. message.To])
            Update(person);
        return base.SendNow(message);
    }

    private static App<RatchetFunctions> AppOf(AppBuild build) => new((streams, _) =>
    {
        var signal = streams.Signal();
        return build.LeaksTo is { } spy ? new LeakingFunctions(signal, spy, streams.Mechanism) : signal;
    });

    private bool IsLogged(AppBuild build) => Log.Entries.Any(entry => entry.Span.SequenceEqual(build.Hash()));

    /// <summary>A phone asks for the newest build; somebody on the wire may answer first, and the first that is signed counts.</summary>
    private void Update(string person)
    {
        foreach (ReadOnlyMemory<byte> answer in Answers(new(person, DownloadKind.Build, person), newest))
        {
            // What is installed was verified before.
            if (shipped[person].Span.SequenceEqual(answer.Span))
                return;
            if (SignedAnswer.Open(answer.Span, updateKey.Public) is not { } opened || !AppBuild.TryParse(opened, out AppBuild? build))
                continue;
            (installed[person], shipped[person]) = (build, answer);
            Install(person, AppOf(build));
            return;
        }
    }
}
