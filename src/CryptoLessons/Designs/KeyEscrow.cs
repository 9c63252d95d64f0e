using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol with keys sealed to one authority: the same institution, and three kinds of key.</summary>
internal static class KeyEscrow
{
    public static Design MessageKey { get; } = Of(
        "message-key-escrow",
        "Signal's protocol, each message key sealed to one authority",
        ["A12", "A13", "A19", "A21", "A31", "A33", "A41", "A43"],
        [typeof(X3dh), typeof(SignalFunctions), typeof(MessageKeyEscrow)],
        authority => new App<MessageKeyEscrow>((streams, _) => new(streams.Signal(), authority, streams.Mechanism)));

    public static Design ContentKey { get; } = Of(
        "content-key-escrow",
        "Signal's protocol, each message's cipher key and IV sealed to one authority, and not its MAC key",
        ["A19", "A21"],
        [typeof(X3dh), typeof(SignalFunctions), typeof(ContentKeyEscrow)],
        authority => new App<ContentKeyEscrow>((streams, _) => new(streams.Signal(), authority, streams.Mechanism)));

    public static Design SessionSecret { get; } = Of(
        "session-secret-escrow",
        "Signal's protocol, the secret that each session begins with sealed to one authority",
        ["A19", "A21"],
        [typeof(X3dh), typeof(SessionSecretEscrow), typeof(SignalFunctions)],
        authority => new App<SignalFunctions>(
            (streams, _) => streams.Signal(),
            streams => new SessionSecretEscrow(streams.Handshake(), authority, streams.Mechanism)));

    /// <summary>One authority with one key. The judge's key opens nothing, and adds nothing to it.</summary>
    public static Agency<WholeKeyCustody> Agency(Court court, params IReadOnlyList<WholeKeyCustody> custodies) => new(court.PublicKey, custodies, (secret, keys) =>
        secret is AccessSecret.Escrow or AccessSecret.JudgeAndKey ? new AuthorityKeyLoot(keys[0].Leak()) : null);

    private static Design Of<TFunctions>(
        string id, string title, IReadOnlyList<string> claims, IReadOnlyList<Type> functions, Func<DhPublicKey, App<TFunctions>> app)
        where TFunctions : RatchetFunctions => new(id, title, claims, functions, (script, random, profile) =>
        {
            var court = new Court(random.Child("court"));
            var custody = new WholeKeyCustody(random.Child("authority"));
            return new SignalDeployment<TFunctions>(script.People, random, profile, app(custody.PublicKey), court, Agency(court, custody));
        })
        {
            Parts = [typeof(WholeKeyCustody)],
        };
}
