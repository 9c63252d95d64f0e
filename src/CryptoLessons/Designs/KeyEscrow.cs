using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol with keys sealed to one authority: the same institution, and three kinds of key.</summary>
internal static class KeyEscrow
{
    private static readonly string[] Claims = ["A06", "A19", "A21", "A23", "A51"];

    public static Design MessageKey { get; } = Of(
        "message-key-escrow",
        "Signal's protocol, each message key sealed to one authority",
        [typeof(X3dh), typeof(SignalFunctions), typeof(MessageKeyEscrow)],
        authority => new App<MessageKeyEscrow>(streams => new(new SignalFunctions(streams.Ratchet), authority, streams.Mechanism)));

    public static Design ContentKey { get; } = Of(
        "content-key-escrow",
        "Signal's protocol, each message's cipher key and IV sealed to one authority, and not its MAC key",
        [typeof(X3dh), typeof(SignalFunctions), typeof(ContentKeyEscrow)],
        authority => new App<ContentKeyEscrow>(streams => new(new SignalFunctions(streams.Ratchet), authority, streams.Mechanism)));

    public static Design SessionSecret { get; } = Of(
        "session-secret-escrow",
        "Signal's protocol, the secret that each session begins with sealed to one authority",
        [typeof(X3dh), typeof(SessionSecretEscrow), typeof(SignalFunctions)],
        authority => new App<SignalFunctions>(
            streams => new(streams.Ratchet),
            streams => new SessionSecretEscrow(X3dh.Functions, authority, streams.Mechanism)));

    private static Design Of<TFunctions>(string id, string title, IReadOnlyList<Type> functions, Func<DhPublicKey, App<TFunctions>> app)
        where TFunctions : RatchetFunctions => new(id, title, Claims, functions, (people, random) =>
        {
            var court = new Court(random.Child("court"));
            var authority = new Authority(random.Child("authority"), court.PublicKey);
            return new SignalDeployment<TFunctions>(people, random, app(authority.PublicKey), court, authority);
        });
}
