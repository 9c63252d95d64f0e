using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.WeakKeys;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol with keys short enough to be tried: by everybody, or by whoever knows some of their bits.</summary>
/// <remarks>The lengths are scaled so that every search can really be made: 64, 24 and 40 bits were theirs in the 1990s.</remarks>
internal static class WeakKeys
{
    private const int WorkFactorBits = 20;
    private const int WorkFactorSealed = 12;
    private const int ExportBits = 8;
    private const int CrumpledBits = 10;
    private const int KnownKeys = 2;
    private const int AllKeys = 5;

    private static readonly Type[] EncryptsShort = [typeof(X3dh), typeof(SignalFunctions), typeof(ShortKeys)];

    public static Design WorkFactor { get; } = new(
        "work-factor",
        FormattableString.Invariant($"message keys cut to {WorkFactorBits} bits, of which {WorkFactorSealed} are sealed to one authority"),
        ["A21"],
        [.. EncryptsShort, typeof(WorkFactor)],
        (script, random, profile) =>
        {
            var court = new Court(random.Child("court"));
            var custody = new WholeKeyCustody(random.Child("authority"));
            var app = new App<WorkFactor>(
                (streams, _) => new(streams.Signal(), WorkFactorBits, WorkFactorSealed, custody.PublicKey, streams.Mechanism),
                Sold: suite => new ShortKeys(suite, new KeyAnnouncement(WorkFactorBits, Salted: false)));
            return new SignalDeployment<WorkFactor>(
                script.People, random, profile, app, court, new SearchingOffice(court.PublicKey, WorkFactorBits - WorkFactorSealed, custody));
        })
    {
        Parts = [typeof(ShortKey), typeof(WholeKeyCustody)],
    };

    public static Design ExportGrade { get; } = ForEverybody(
        "export-grade",
        FormattableString.Invariant($"message keys cut to {ExportBits} bits, which anybody can try"),
        ["A21"],
        new(ExportBits, Salted: false));

    public static Design CrumpleZone { get; } = ForEverybody(
        "crumple-zone",
        FormattableString.Invariant($"each message a puzzle of its own of {CrumpledBits} bits, which anybody can pay for"),
        ["A21"],
        new(CrumpledBits, Salted: true));

    public static Design Translucent { get; } = new(
        "translucent",
        FormattableString.Invariant($"each message key sealed to one of {AllKeys} keys, of which the authority provably has {KnownKeys} at most"),
        ["A21"],
        [typeof(X3dh), typeof(SignalFunctions), typeof(MessageKeyEscrow), typeof(TranslucentEscrow)],
        (script, random, profile) =>
        {
            var court = new Court(random.Child("court"));
            var (published, known) = PartlyKnownKeys.Create(KnownKeys, AllKeys, random.Child("authority"));
            return new SignalDeployment<TranslucentEscrow>(
                script.People, random, profile, SealTo(published.Points), court, new TranslucentOffice(court.PublicKey, [.. known.Values]));
        })
    {
        Parts = [typeof(PartlyKnownKeys)],
    };

    /// <summary>The app checks how many of the keys the authority can have, before anybody's phone seals to them.</summary>
    private static App<TranslucentEscrow> SealTo(IReadOnlyList<ReadOnlyMemory<byte>> published)
    {
        PartlyKnownKeys keys = PartlyKnownKeys.Verify(published, KnownKeys)
            ?? throw new InvalidOperationException("The published keys do not prove how many of them the authority can have.");
        return new((streams, _) => new(streams.Signal(), keys, streams.Mechanism));
    }

    /// <summary>No secret opens anything, and none is needed.</summary>
    private static Design ForEverybody(string id, string title, IReadOnlyList<string> claims, KeyAnnouncement announced) => new(
        id, title, claims, EncryptsShort, (script, random, profile) =>
    {
        var court = new Court(random.Child("court"));
        var app = new App<ShortKeys>((streams, _) => new(streams.Signal(), announced), Sold: suite => new ShortKeys(suite, announced));
        return new SignalDeployment<ShortKeys>(script.People, random, profile, app, court, new SearchingOffice(court.PublicKey, announced.Bits));
    })
    {
        Parts = [typeof(ShortKey), typeof(KeyAnnouncement)],
        Control = Strict.Design,
    };
}
