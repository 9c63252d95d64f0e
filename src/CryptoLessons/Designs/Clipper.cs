using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol in phones with the chip of 1993: each message's session key wrapped under the key of the sender's chip.</summary>
internal static class Clipper
{
    public static Design Design { get; } = new(
        "clipper",
        "content under Skipjack in a chip, its key wrapped for two agents of whom each has one half of each chip's key",
        ["A19", "A21", "A44"],
        [typeof(X3dh), typeof(SignalFunctions), typeof(ClipperFunctions)],
        (script, random, profile) =>
        {
            var court = new Court(random.Child("court"));
            var institution = new ChipInstitution(court.PublicKey, random.Child("authority"));
            ClipperChip bought = institution.Program(random.Child("a chip from a shop"));
            var app = new App<ClipperFunctions>(
                (streams, _) => new(streams.Signal(), institution.Program(streams.Mechanism.Child("chip"))),
                Sold: suite => new ClipperFunctions(suite, bought));
            return new SignalDeployment<ClipperFunctions>(script.People, random, profile, app, court, institution);
        })
    {
        Parts =
        [
            typeof(ClipperChip), typeof(Leaf), typeof(FamilyKey), typeof(UnitKey),
            typeof(ProgrammingFacility), typeof(EscrowAgent), typeof(DecryptionOffice),
        ],
    };
}
