using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>An app that speaks Signal's protocol as it is, and, for compatibility, an older version with message keys sealed to an authority. Two
/// such apps, of which one binds to its owner what is said about versions.</summary>
public static class VersionRollback
{
    /// <summary>The design in the matrix: whatever the answer says is believed.</summary>
    public static Design Unbound { get; } = Of(
        "version-rollback",
        "Signal's protocol, in an app that still speaks a version with sealed message keys where the other end is said to speak no other",
        bound: false);

    /// <summary>The same with the answer signed by whoever it is about: a changed one is refused. In no list of designs; whoever wants both plays
    /// both.</summary>
    /// <remarks>Another way to bind it stands in <see cref="OfferCheck"/>.</remarks>
    public static Design Bound { get; } = Of(
        "version-rollback-bound",
        "Signal's protocol, in an app that still speaks a version with sealed message keys where the other end has signed that it speaks no other",
        bound: true);

    private static Design Of(string id, string title, bool bound) => new(
        id,
        title,
        ["A06", "A18"],
        [typeof(X3dh), typeof(SignalFunctions), typeof(MessageKeyEscrow)],
        (script, random, profile) => new VersionDeployment(
            script.People, random, profile, new Court(random.Child("court")), new WholeKeyCustody(random.Child("authority")), bound))
    {
        Parts = [typeof(VersionDeployment), typeof(VersionOffer), typeof(WholeKeyCustody)],
    };
}
