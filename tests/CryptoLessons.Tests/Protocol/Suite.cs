using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A suite of functions under test: every fixture of the contract runs once for each entry of <see cref="All"/>.</summary>
/// <param name="Name">The name in the test's title.</param>
/// <param name="Create">A party's own instance, from a source for ratchet keys and one for whatever else the suite draws.</param>
internal sealed record Suite(string Name, Func<RandomSource, RandomSource, RatchetFunctions> Create)
{
    public static readonly DhKeyPair Authority = DhKeyPair.Generate(new SeededRandom(1).Child("authority"));

    public static readonly Suite Honest = new("honest", (keys, _) => new SignalFunctions(keys));

    public static readonly Suite Escrowed = new("escrowed",
        (keys, other) => new MessageKeyEscrow(new SignalFunctions(keys), Authority.Public, other));

    public static readonly Suite ContentKey = new("content key escrowed",
        (keys, other) => new ContentKeyEscrow(new SignalFunctions(keys), Authority.Public, other));

    public static readonly Suite Deterministic = new("escrowed, deterministic",
        (keys, other) => new MessageKeyEscrow(new SignalFunctions(keys), Authority.Public, other, deterministic: true));

    public static readonly Suite DeterministicContentKey = new("content key escrowed, deterministic",
        (keys, other) => new ContentKeyEscrow(new SignalFunctions(keys), Authority.Public, other, deterministic: true));

    public static readonly Suite OfTheDay = new("escrowed, a key each day", (keys, other) =>
        new EpochEscrow(new SignalFunctions(keys), new EvolvingCustody(new ManualClock().GetUtcNow(), new SeededRandom(3)), new ManualClock(), other));

    public static readonly Suite Jurisdictions = new("escrowed to three", (keys, other) =>
        Enumerable.Range(1, 3).Aggregate((RatchetFunctions)new SignalFunctions(keys), (inner, i) => new MessageKeyEscrow(inner, Key(i), other)));

    public static readonly Suite Leaking = new("leaking", (keys, other) => new LeakingFunctions(new SignalFunctions(keys), Authority.Public, other));

    /// <summary>The suites under which whatever a genuine client sends is received.</summary>
    public static IEnumerable<Suite> Tolerant => [Honest, Escrowed, ContentKey, OfTheDay, Jurisdictions, Leaking];

    /// <summary>The registry: a further suite is one more line, here or among the tolerant ones.</summary>
    public static IEnumerable<Suite> All => [.. Tolerant, Deterministic, DeterministicContentKey];

    /// <summary>Whom a party under this suite can talk with, itself included: a receiver that recomputes the field refuses whoever lacks it.</summary>
    public IEnumerable<Suite> Partners => Tolerant.Contains(this) ? Tolerant : [this];

    public override string ToString() => Name;

    private static DhPublicKey Key(long number)
    {
        using var pair = DhKeyPair.Generate(new SeededRandom(number).Child("jurisdiction"));
        return pair.Public;
    }
}
