using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol with keys sealed to one authority.</summary>
internal static class KeyEscrow
{
    public static Design MessageKey { get; } = new(
        "message-key-escrow",
        "Signal's protocol, each message key sealed to one authority",
        ["A06", "A19", "A21", "A23", "A51"],
        (people, random) =>
        {
            var court = new Court(random.Child("court"));
            var authority = new Authority(random.Child("authority"), court.PublicKey);
            return new SignalDeployment<MessageKeyEscrow>(
                people,
                random,
                streams => new MessageKeyEscrow(new SignalFunctions(streams.Ratchet), authority.PublicKey, streams.Mechanism),
                court,
                authority);
        });
}
