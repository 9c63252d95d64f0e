using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>Message keys sealed to a key of which a judge and an agency hold one share each, and a public ledger of warrants.</summary>
internal static class Ledger
{
    public static Design Design { get; } = new(
        "warrant-ledger",
        "message keys sealed to a key in two shares, the judge's and the agency's; the judge wants to see the warrant in a public ledger",
        ["A19", "A20", "A44"],
        [typeof(X3dh), typeof(SignalFunctions), typeof(MessageKeyEscrow)],
        (script, random, profile) =>
        {
            var court = new Court(random.Child("court"));
            using var keyPair = DhKeyPair.Generate(random.Child("authority"));
            DhPublicKey authority = keyPair.Public;
            return new SignalDeployment<MessageKeyEscrow>(
                script.People,
                random,
                profile,
                new((streams, _) => new(streams.Signal(), authority, streams.Mechanism)),
                court,
                new LedgerInstitution(keyPair, court, random.Child("ledger")));
        })
    {
        Parts = [typeof(JudgesShare), typeof(LedgerAuthority), typeof(WarrantLedger)],
    };
}
