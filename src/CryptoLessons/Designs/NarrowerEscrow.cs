using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>Message keys sealed as in message-key-escrow, and the private key kept in another way: in shares, in copies, for a while.</summary>
internal static class NarrowerEscrow
{
    private const int Threshold = 3;
    private const int Agencies = 5;
    private const int Jurisdictions = 5;
    private const int DaysHeld = 2;

    private static readonly Type[] SealsMessageKeys = [typeof(X3dh), typeof(SignalFunctions), typeof(MessageKeyEscrow)];
    private static readonly Type[] SealsToTheDay = [typeof(X3dh), typeof(SignalFunctions), typeof(EpochEscrow)];

    public static Design InShares { get; } = new(
        "threshold-escrow",
        string.Create(CultureInfo.InvariantCulture, $"message keys sealed to a key in shares: {Threshold} of {Agencies} agencies together open a message"),
        ["A21", "A44"],
        SealsMessageKeys,
        (script, random, profile) =>
        {
            var court = new Court(random.Child("court"));
            var custody = new SharedCustody(Threshold, Agencies, random.Child("authority"));
            return new SignalDeployment<MessageKeyEscrow>(
                script.People, random, profile, SealTo(custody), court, new Agency<SharedCustody>(court.PublicKey, [custody], LeakShares));
        })
    {
        Parts = [typeof(SharedCustody)],
    };

    public static Design EveryJurisdiction { get; } = new(
        "jurisdictions",
        string.Create(CultureInfo.InvariantCulture, $"each message key sealed to {Jurisdictions} authorities, of which each opens it alone"),
        ["A09", "A32", "A33", "A50"],
        [.. SealsMessageKeys, .. Enumerable.Repeat(typeof(MessageKeyEscrow), Jurisdictions - 1)],
        (script, random, profile) =>
        {
            var court = new Court(random.Child("court"));
            WholeKeyCustody[] custodies = [.. Enumerable.Range(1, Jurisdictions).Select(i => new WholeKeyCustody(Authority(random, i)))];
            return new SignalDeployment<MessageKeyEscrow>(
                script.People, random, profile, SealTo(custodies), court, new Agency<WholeKeyCustody>(court.PublicKey, custodies, LeakOneCopy));
        })
    {
        Parts = [typeof(WholeKeyCustody)],
    };

    public static Design EachDay { get; } = new(
        "epoch-escrow",
        string.Create(CultureInfo.InvariantCulture, $"message keys sealed to a fresh key each day, which is destroyed after {DaysHeld} days"),
        ["A21", "A44"],
        SealsToTheDay,
        (script, random, profile) =>
        {
            var court = new Court(random.Child("court"));
            var custody = new EpochCustody(random.Child("authority"), DaysHeld);
            return new SignalDeployment<EpochEscrow>(script.People, random, profile, SealToTheDay(custody), court, new Agency<EpochCustody>(
                court.PublicKey, [custody], (secret, keys) => Held(secret) ? new EpochKeyLoot(keys[0].Leak(), evolves: false) : null));
        })
    {
        Parts = [typeof(EpochCustody)],
    };

    public static Design OneWay { get; } = new(
        "evolving-escrow",
        "message keys sealed to a key that moves on one way from day to day",
        ["A21", "A44"],
        SealsToTheDay,
        (script, random, profile) =>
        {
            var court = new Court(random.Child("court"));
            var custody = new EvolvingCustody(script.Messages[0].Time, random.Child("authority"));
            return new SignalDeployment<EpochEscrow>(script.People, random, profile, SealToTheDay(custody), court, new Agency<EvolvingCustody>(
                court.PublicKey, [custody], (secret, keys) => Held(secret) ? new EpochKeyLoot([keys[0].Leak()], evolves: true) : null));
        })
    {
        Parts = [typeof(EvolvingCustody)],
    };

    private static SeededRandom Authority(SeededRandom random, int number) =>
        random.Child(string.Create(CultureInfo.InvariantCulture, $"authority {number}"));

    /// <summary>Suites stack: each authority adds one field.</summary>
    private static App<MessageKeyEscrow> SealTo(params IReadOnlyList<KeyCustody> custodies) => new((streams, clock) =>
    {
        RatchetFunctions suite = streams.Signal();
        foreach (KeyCustody custody in custodies)
            suite = new MessageKeyEscrow(suite, custody.PublicKeyAt(clock.GetUtcNow()), streams.Mechanism);
        return (MessageKeyEscrow)suite;
    });

    private static App<EpochEscrow> SealToTheDay(KeyCustody custody) => new((streams, clock) =>
        new(streams.Signal(), custody, clock, streams.Mechanism));

    private static bool Held(AccessSecret secret) => secret is AccessSecret.Escrow or AccessSecret.JudgeAndKey;

    private static KeyShareLoot? LeakShares(AccessSecret secret, IReadOnlyList<SharedCustody> custodies) => secret switch
    {
        AccessSecret.Escrow or AccessSecret.JudgeAndKey => Shares(custodies[0], Threshold),
        AccessSecret.OneShare => Shares(custodies[0], 1),
        AccessSecret.OneShareTooFew => Shares(custodies[0], Threshold - 1),
        _ => null,
    };

    private static KeyShareLoot Shares(SharedCustody custody, int count) => new(custody.PublicKeyAt(default), custody.Leak(count));

    /// <summary>Where everybody has a copy, one share is everything.</summary>
    private static AuthorityKeyLoot? LeakOneCopy(AccessSecret secret, IReadOnlyList<WholeKeyCustody> custodies) =>
        Held(secret) || secret == AccessSecret.OneShare ? new(custodies[^1].Leak()) : null;
}
