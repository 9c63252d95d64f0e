using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>A whole messenger in operation: its people, their devices, its servers, and whoever else holds a key.</summary>
/// <remarks>
/// A design implements this. It carries messages and gives up what a compromise of one of its parts gives up; what an attacker
/// then sees of that is for the <see cref="Game"/> to decide.
/// </remarks>
public interface IDeployment
{
    /// <summary>The identity key of each person, as the directory shows it to everybody; none where people have no such keys.</summary>
    IReadOnlyDictionary<string, DhPublicKey> IdentityKeys { get; }

    /// <summary>What the directory now hands to anybody who asks for a person's prekeys.</summary>
    IReadOnlyDictionary<string, PreKeyBundle> Directory { get; }

    /// <summary>The bundles that the directory has handed out so far, in order, where somebody keeps them.</summary>
    IReadOnlyList<PreKeyBundle> HandedOut => [];

    /// <summary>What of Signal's protocol the phones speak: no secret. A messenger with a protocol of its own does not care.</summary>
    Profile Profile => Profile.X3dh;

    /// <summary>What a phone that anybody can buy runs above Signal's own suite: no secret. An attacker buys one where recipients refuse what
    /// Signal's suite alone writes.</summary>
    Func<RatchetFunctions, RatchetFunctions> Sold => suite => suite;

    /// <summary>The sender's device sends a message, and the servers pass it on.</summary>
    /// <returns>Every envelope that this puts on the wire, in order.</returns>
    IReadOnlyList<Envelope> Send(ScriptedMessage message);

    /// <summary>The wire: an envelope, genuine or not, reaches whomever it is addressed to.</summary>
    /// <param name="envelope">Any envelope addressed to one of the people or to a server.</param>
    /// <param name="plaintext">What the recipient's app shows; empty when the device refused the message.</param>
    /// <returns>What the recipient's device said.</returns>
    DecryptFailure Deliver(Envelope envelope, out byte[] plaintext);

    /// <summary>Puts somebody on the wire between the phones and whatever they download; null takes them off again.</summary>
    void Tap(IInterceptor? interceptor);

    /// <summary>What the people know by now of having been attacked: by what their devices told them, and by comparing what can be compared.</summary>
    Noticed Noticed { get; }

    /// <summary>Nobody writes until then: time goes on for whoever keeps keys by the day.</summary>
    /// <param name="until">UTC, not before the last message.</param>
    void Wait(DateTimeOffset until)
    {
    }

    /// <summary>What phones and servers still keep of messages is deleted, as where messages disappear; all keys stay.</summary>
    void Forget()
    {
    }

    /// <summary>Everything as it is now, in a copy that goes its own way.</summary>
    IDeployment Fork();

    /// <summary>All that the relay's memory holds.</summary>
    ServerLoot SeizeServer();

    /// <summary>The session states on a person's phone, and nothing else of it.</summary>
    SessionLoot SeizeSessions(string person);

    /// <summary>A person's whole phone.</summary>
    DeviceLoot SeizeDevice(string person);

    /// <summary>A secret that makes access possible; null when the design has no such secret.</summary>
    EscrowLoot? Leak(AccessSecret secret);

    /// <summary>The same, where which secret it is depends on whom the thief is after.</summary>
    /// <param name="secret">Which kind of secret.</param>
    /// <param name="target">Whom the thief is after.</param>
    EscrowLoot? Leak(AccessSecret secret, string target) => Leak(secret);

    /// <summary>Answers a court's warrant with what was recorded.</summary>
    /// <param name="warrant">Whom, and from when to when.</param>
    /// <param name="intercepted">The messages that were intercepted for it.</param>
    WarrantAnswer ServeWarrant(Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted);

    /// <summary>Does from now on what a court's warrant asks.</summary>
    /// <param name="warrant">Whom, and from when to when.</param>
    /// <param name="carried">What the wire carried until now.</param>
    /// <returns>Null when there is nothing that can be done, or the court has not signed it.</returns>
    Interception? Intercept(Warrant warrant, Transcript carried);

    /// <summary>Who holds the secret that makes access possible; null when the design has no such secret.</summary>
    Quorum? Holders { get; }

    /// <summary>How many warrants stand in the public ledger; null when the design has none.</summary>
    long? LedgerEntries => null;

    /// <summary>The court whose warrants are served.</summary>
    Court Court { get; }
}
