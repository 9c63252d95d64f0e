using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol with apps that believe what the provider's directory says, and keep it from their owners.</summary>
internal static class Obliging
{
    private static readonly Type[] Honest = [typeof(X3dh), typeof(SignalFunctions)];

    public static Design GhostDevice { get; } = new(
        "ghost-device",
        "Signal's protocol, in an app that encrypts to every device that the directory lists",
        ["A14", "A28", "A48"],
        Honest,
        (script, random, profile) => Deploy(script, random, profile, DirectoryPolicy.AcceptsNewDevices))
    {
        Parts = [typeof(DirectoryPolicy), typeof(Contacts)],
    };

    public static Design DirectorySwap { get; } = new(
        "directory-swap",
        "Signal's protocol, in an app that takes a changed identity key from the directory without a word",
        ["A28"],
        Honest,
        (script, random, profile) => Deploy(script, random, profile, DirectoryPolicy.AcceptsChangedKeys))
    {
        Parts = [typeof(DirectoryPolicy), typeof(Contacts)],
    };

    public static Design CompelledUpdate { get; } = new(
        "compelled-update",
        "Signal's protocol, in an app that installs whatever build its provider signs",
        ["A18", "A27"],
        Honest,
        (script, random, profile) => new UpdateDeployment(script.People, random, profile))
    {
        Parts = [typeof(UpdateDeployment), typeof(AppBuild), typeof(LeakingFunctions)],
    };

    /// <summary>The secret that makes access possible is the provider's own: the key of its directory.</summary>
    private static SignalDeployment<SignalFunctions> Deploy(Script script, SeededRandom random, Profile profile, DirectoryPolicy policy) => new(
        script.People,
        random,
        profile,
        new((streams, _) => streams.Signal(), Policy: policy),
        new Court(random.Child("court")));
}
