using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol, and a copy of everybody's identity key at an agency.</summary>
internal static class Deposit
{
    public static Design Design { get; } = new(
        "identity-deposit",
        "Signal's protocol, a copy of each identity key deposited at an agency",
        ["A21"],
        [typeof(X3dh), typeof(SignalFunctions)],
        (script, random, profile) => new SignalDeployment<SignalFunctions>(
            script.People,
            random,
            profile,
            new((streams, _) => streams.Signal()),
            new Court(random.Child("court")),
            new IdentityAgency(new IdentityDepository())))
    {
        Parts = [typeof(IdentityDepository)],
    };
}
