using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>A whole messenger that can be deployed, played and attacked.</summary>
/// <param name="Id">Short name, as the command line takes it.</param>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Claims">The claims of the public debate that it puts to the test.</param>
/// <param name="Functions">The classes of functions that its phones run, for each seam of the protocol innermost first.</param>
/// <param name="Deployed">Puts it into operation for the people of a script, with keys from a seed's stream, under a profile.</param>
public sealed record Design(
    string Id,
    string Title,
    IReadOnlyList<string> Claims,
    IReadOnlyList<Type> Functions,
    Func<Script, SeededRandom, Profile, IDeployment> Deployed)
{
    /// <summary>Every design, in the order in which reports show them.</summary>
    public static IReadOnlyList<Design> All { get; } =
    [
        Strict.Design,
        KeyEscrow.MessageKey,
        KeyEscrow.ContentKey,
        KeyEscrow.SessionSecret,
        OtherMessengers.Postcard,
        OtherMessengers.TransportOnly,
        OtherMessengers.CloudChat,
        OtherMessengers.SecretChat,
        Strict.Group,
        Notice.Design,
        VersionRollback.Unbound,
        Deposit.Design,
        NarrowerEscrow.InShares,
        NarrowerEscrow.EveryJurisdiction,
        NarrowerEscrow.EachDay,
        NarrowerEscrow.OneWay,
        Clipper.Design,
        WeakKeys.WorkFactor,
        WeakKeys.ExportGrade,
        WeakKeys.CrumpleZone,
        WeakKeys.Translucent,
        Ledger.Design,
        Obliging.GhostDevice,
        Obliging.DirectorySwap,
        Scanning.Design,
        Obliging.CompelledUpdate,
        Generators.DualEc,
        Generators.TalkingNonce,
        OtherMessengers.InterceptInterface,
    ];

    /// <summary>The design on which the controls are played; null for this design itself with unrelated keys.</summary>
    /// <remarks>What needs no secret to be read, a control with another secret reads too: it takes a design that has one.</remarks>
    public Design? Control { get; init; }

    /// <summary>What it has beside the functions: classes of its app, its directory, its server or its authority in which it is not like others.</summary>
    public IReadOnlyList<Type> Parts { get; init; } = [];

    /// <summary>What of Signal's protocol its phones speak; a messenger with a protocol of its own does not care.</summary>
    public Profile Profile { get; private init; } = Profile.X3dh;

    /// <summary>The same messenger under another profile of Signal's protocol.</summary>
    public Design Under(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile == Profile)
            return this;
        Type handshake = profile == Profile.X3dh ? typeof(X3dh) : typeof(Pqxdh);
        return this with
        {
            Profile = profile,
            Functions = [.. Functions.Select(type => type == typeof(X3dh) || type == typeof(Pqxdh) ? handshake : type)],
            Control = Control?.Under(profile),
        };
    }

    /// <summary>Puts it into operation.</summary>
    /// <param name="script">Who has a phone.</param>
    /// <param name="random">Where every key comes from.</param>
    public IDeployment Deploy(Script script, SeededRandom random) => Deployed(script, random, Profile);

    /// <summary>The design of that name; null when there is none.</summary>
    public static Design? Find(string id) => All.FirstOrDefault(design => design.Id == id);

    /// <summary>The design of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists all there are.</exception>
    public static Design Named(string id) => Find(id) ?? throw new ArgumentException(
        $"There is no design '{Shown.Of(id)}': choose from {string.Join(", ", All.Select(design => design.Id))}.", nameof(id));

    /// <summary>Deploys the messenger, plays a conversation on it beside bystanders, and stands ready for an adversary.</summary>
    /// <param name="conversation">At least two people and two messages.</param>
    /// <param name="at">Number of the message at which the compromise happens, from 1.</param>
    /// <param name="target">Whose phone is seized and whom a warrant names.</param>
    /// <param name="seed">The seed of every key: the same seed gives the same bytes.</param>
    public Game Play(Conversation conversation, int at, string target, long seed = MatrixRequest.DefaultSeed)
    {
        var random = new SeededRandom(seed);
        return Play(ConversationScript.Write(conversation, random.Child("bystanders")), at, target, random);
    }

    internal Game Play(Script script, int at, string target, SeededRandom random, IProgress<int>? progress = null) =>
        new(
            stream => Deploy(script, stream),
            script,
            at,
            target,
            random,
            progress,
            Control is { } control ? new(() => control.Play(script, at, target, random)) : null);
}
