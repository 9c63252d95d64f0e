using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>A messenger in operation, and something that goes on beside it; whether that changes anything, a comparison shows.</summary>
/// <param name="inner">The messenger.</param>
/// <param name="beside">Told of each message and of what it put on the wire, before anything of it is delivered.</param>
internal sealed class BesideDeployment(IDeployment inner, Action<ScriptedMessage, IReadOnlyList<Envelope>> beside) : IDeployment
{
    public IReadOnlyDictionary<string, DhPublicKey> IdentityKeys => inner.IdentityKeys;

    public IReadOnlyDictionary<string, PreKeyBundle> Directory => inner.Directory;

    public Profile Profile => inner.Profile;

    public Func<RatchetFunctions, RatchetFunctions> Sold => inner.Sold;

    public Noticed Noticed => inner.Noticed;

    public Court Court => inner.Court;

    public Quorum? Holders => inner.Holders;

    public long? LedgerEntries => inner.LedgerEntries;

    public IReadOnlyList<Envelope> Send(ScriptedMessage message)
    {
        var sent = inner.Send(message);
        beside(message, sent);
        return sent;
    }

    public DecryptFailure Deliver(Envelope envelope, out byte[] plaintext) => inner.Deliver(envelope, out plaintext);

    public void Tap(IInterceptor? interceptor) => inner.Tap(interceptor);

    /// <summary>A copy goes its own way, and nothing goes on beside it.</summary>
    public IDeployment Fork() => inner.Fork();

    public ServerLoot SeizeServer() => inner.SeizeServer();

    public SessionLoot SeizeSessions(string person) => inner.SeizeSessions(person);

    public DeviceLoot SeizeDevice(string person) => inner.SeizeDevice(person);

    public EscrowLoot? Leak(AccessSecret secret) => inner.Leak(secret);

    public EscrowLoot? Leak(AccessSecret secret, string target) => inner.Leak(secret, target);

    public WarrantAnswer ServeWarrant(Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted) => inner.ServeWarrant(warrant, intercepted);

    public Interception? Intercept(Warrant warrant, Transcript carried) => inner.Intercept(warrant, carried);
}
