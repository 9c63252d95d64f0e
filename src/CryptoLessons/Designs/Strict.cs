using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Attachments;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol as it is, with no way in for anybody.</summary>
internal static class Strict
{
    public static Design Design { get; } = new(
        "strict",
        "Signal's protocol as it is",
        [
            "A01", "A02", "A03", "A05", "A07", "A08", "A10", "A11", "A12", "A22", "A26", "A27", "A38", "A39",
            "A40", "A42", "A43", "A45", "A46", "A49", "A50", "A53",
        ],
        [typeof(X3dh), typeof(SignalFunctions)],
        (script, random, profile) => new SignalDeployment<SignalFunctions>(
            script.People,
            random,
            profile,
            new((streams, _) => streams.Signal()),
            new Court(random.Child("court"))));

    public static Design Group { get; } = new(
        "strict-group",
        "Signal's protocol as it is, with sender keys: a message is encrypted once for a group",
        ["A13", "A14", "A16", "A40", "A48"],
        [typeof(X3dh), typeof(SignalFunctions)],
        (script, random, profile) => new GroupDeployment(script.People, random, profile))
    {
        Parts = [typeof(GroupCipher), typeof(SenderKeyMessage), typeof(AttachmentCipher)],
    };
}
