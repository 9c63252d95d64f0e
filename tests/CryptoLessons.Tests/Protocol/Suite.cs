using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A suite of functions under test: every fixture of the contract runs once for each entry of <see cref="All"/>.</summary>
/// <param name="Name">The name in the test's title.</param>
/// <param name="Variant">A party's own instance, over Signal's own suite, from a source for whatever else the suite draws.</param>
internal sealed record Suite(string Name, Func<SignalFunctions, RandomSource, RatchetFunctions> Variant)
{
    public static readonly DhKeyPair Authority = DhKeyPair.Generate(new SeededRandom(1).Child("authority"));

    private static readonly ProgrammingFacility Chips = new(FamilyKey.Generate(new SeededRandom(4).Child("family")), []);

    public static readonly Suite Honest = new("honest", (signal, _) => signal);

    public static readonly Suite Escrowed = new("escrowed",
        (signal, other) => new MessageKeyEscrow(signal, Authority.Public, other));

    public static readonly Suite ContentKey = new("content key escrowed",
        (signal, other) => new ContentKeyEscrow(signal, Authority.Public, other));

    public static readonly Suite Deterministic = new("escrowed, deterministic",
        (signal, other) => new MessageKeyEscrow(signal, Authority.Public, other, deterministic: true));

    public static readonly Suite DeterministicContentKey = new("content key escrowed, deterministic",
        (signal, other) => new ContentKeyEscrow(signal, Authority.Public, other, deterministic: true));

    public static readonly Suite OfTheDay = new("escrowed, a key each day", (signal, other) =>
        new EpochEscrow(signal, new EvolvingCustody(new ManualClock().GetUtcNow(), new SeededRandom(3)), new ManualClock(), other));

    public static readonly Suite Jurisdictions = new("escrowed to three", (signal, other) =>
        Enumerable.Range(1, 3).Aggregate((RatchetFunctions)signal, (inner, i) => new MessageKeyEscrow(inner, Key(i), other)));

    public static readonly Suite Leaking = new("leaking", (signal, other) => new LeakingFunctions(signal, Authority.Public, other));

    public static readonly Suite Chip = new("in a chip", (signal, _) => new ClipperFunctions(signal, Chips.Program(new SeededRandom(4)))) { BlockSize = SkipjackKey.BlockSize };

    /// <summary>The suites under which whatever a genuine client sends is received.</summary>
    public static IEnumerable<Suite> Tolerant => [Honest, Escrowed, ContentKey, OfTheDay, Jurisdictions, Leaking];

    /// <summary>The registry: a further suite is one more line, here or among the tolerant ones.</summary>
    public static IEnumerable<Suite> All => [.. Tolerant, Deterministic, DeterministicContentKey, Chip];

    /// <summary>The registry for fixtures of whole devices: every suite, and under the newer profiles the honest one and one of each kind of field.</summary>
    public static IEnumerable<Suite> OfDevices =>
    [
        .. All, Honest.Under(Profile.Pqxdh), .. new[] { Honest, Escrowed, DeterministicContentKey }.Select(suite => suite.Under(Profile.Triple)),
    ];

    /// <summary>Length of the cipher's blocks, in bytes.</summary>
    public int BlockSize { get; private init; } = AesCbc.BlockSize;

    /// <summary>What of Signal's protocol devices under this suite speak.</summary>
    public Profile Profile { get; private init; } = Profile.X3dh;

    /// <summary>The version byte of messages.</summary>
    public byte Version => Profile.Functions(RandomSource.System).Version;

    /// <summary>Why a message of another session is refused: the post-quantum ratchet is asked before the MAC.</summary>
    public DecryptFailure OfAnotherSession => Profile == Profile.Triple ? DecryptFailure.NoPostQuantumKey : DecryptFailure.NotAuthentic;

    /// <summary>A party's own instance.</summary>
    /// <param name="keys">Where ratchet keys come from.</param>
    /// <param name="other">Where whatever else the suite draws comes from.</param>
    public RatchetFunctions Create(RandomSource keys, RandomSource other) => Variant(Profile.Functions(keys), other);

    /// <summary>The same over another profile.</summary>
    public Suite Under(Profile profile) => profile == Profile ? this : this with { Name = $"{Name}, {profile}", Profile = profile };

    /// <summary>Whom a party under this suite can talk with, itself included: a receiver that recomputes the field refuses whoever lacks it.</summary>
    public IEnumerable<Suite> Partners => OverProfile.Contains(this) ? OverProfile : [this];

    private IEnumerable<Suite> OverProfile => Tolerant.Select(suite => suite.Under(Profile));

    public override string ToString() => Name;

    private static DhPublicKey Key(long number)
    {
        using var pair = DhKeyPair.Generate(new SeededRandom(number).Child("jurisdiction"));
        return pair.Public;
    }
}
