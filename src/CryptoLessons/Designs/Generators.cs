using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol, and phones whose keys are only random for those who do not know a certain secret.</summary>
internal static class Generators
{
    // The standard withholds 16 bits, and a search takes seconds for each phone. The ratio of costs is the same at any number.
    private const int DroppedBits = 4;

    public static Design DualEc { get; } = new(
        "dual-ec",
        "Signal's protocol, all keys from Dual_EC_DRBG with points of somebody's choice",
        ["A21"],
        [typeof(X3dh), typeof(SignalFunctions), typeof(InstallationId)],
        (script, random, profile) => Installed(DualEcTrapdoor.Choose(random.Child("constants")), script, random, profile))
    {
        Parts = [typeof(DualEcDrbg), typeof(DualEcConstants), typeof(DualEcTrapdoor)],
    };

    public static Design TalkingNonce { get; } = new(
        "talking-nonce",
        "Signal's protocol with a nonce in each message, in a build that tells in it what its keys come from",
        ["A18", "A27"],
        [typeof(X3dh), typeof(SignalFunctions), typeof(ExceptionalAccess.TalkingNonce)],
        (script, random, profile) => Talking(NonceKey.Generate(random.Child("nonces")), script, random, profile))
    {
        Parts = [typeof(NonceField), typeof(SeededGenerator)],
    };

    /// <summary>Phones with points that one trapdoor opens.</summary>
    internal static GeneratorDeployment Installed(DualEcTrapdoor trapdoor, Script script, SeededRandom random, Profile profile)
    {
        DualEcConstants constants = trapdoor.Constants(DroppedBits);
        return new(
            script.People,
            random,
            profile,
            new(
                (streams, _) => new InstallationId(streams.Signal(), ((DualEcDrbg)streams.Device).FirstOutput),
                Generator: seed => DualEcDrbg.Install(constants, seed)),
            new(
                () => new DualEcLoot(trapdoor, constants),
                () => new DualEcSearch(trapdoor, constants),
                [new("whoever chose the points", "computes the phones' keys and opens each message")]));
    }

    private static GeneratorDeployment Talking(NonceKey key, Script script, SeededRandom random, Profile profile) => new(
        script.People,
        random,
        profile,
        new(
            (streams, _) => new ExceptionalAccess.TalkingNonce(streams.Signal(), (SeededGenerator)streams.Device, key),
            Generator: SeededGenerator.Install),
        new(
            () => new NonceKeyLoot(key.Copy()),
            () => new NonceSearch(key),
            [new("whoever has the key of the nonces", "puts the phones' seeds together and opens each message")]));
}
