using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>What all messengers in operation have: a clock, a court, and nothing else that could be stolen or demanded.</summary>
internal abstract class Deployment : IDeployment
{
    private static readonly Dictionary<string, DhPublicKey> NoIdentityKeys = [];
    private static readonly Dictionary<string, PreKeyBundle> NoBundles = [];

    private IInterceptor? onTheWire;

    protected Deployment(Court court, PlayClock clock) => (Court, Clock) = (court, clock);

    public Court Court { get; }

    public virtual IReadOnlyDictionary<string, DhPublicKey> IdentityKeys => NoIdentityKeys;

    public virtual IReadOnlyDictionary<string, PreKeyBundle> Directory => NoBundles;

    public virtual IReadOnlyList<PreKeyBundle> HandedOut => [];

    public virtual Profile Profile => Profile.X3dh;

    public virtual Func<RatchetFunctions, RatchetFunctions> Sold => suite => suite;

    public virtual Noticed Noticed => Noticed.No;

    protected PlayClock Clock { get; }

    public void Tap(IInterceptor? interceptor) => onTheWire = interceptor;

    public virtual IReadOnlyList<Envelope> Send(ScriptedMessage message)
    {
        Clock.Now = message.Time;
        return SendNow(message);
    }

    public abstract DecryptFailure Deliver(Envelope envelope, out byte[] plaintext);

    public virtual void Wait(DateTimeOffset until) => Clock.Now = until;

    public abstract void Forget();

    public abstract IDeployment Fork();

    public virtual ServerLoot SeizeServer() => new(NoBundles, []);

    public abstract SessionLoot SeizeSessions(string person);

    public abstract DeviceLoot SeizeDevice(string person);

    public virtual EscrowLoot? Leak(AccessSecret secret) => null;

    public virtual EscrowLoot? Leak(AccessSecret secret, string target) => Leak(secret);

    public virtual WarrantAnswer ServeWarrant(Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted) => WarrantAnswer.Nothing;

    public virtual Interception? Intercept(Warrant warrant, Transcript carried) => null;

    public virtual Quorum? Holders => null;

    public virtual long? LedgerEntries => null;

    /// <summary>A person hides a message in the ratchet keys that are drawn from now on.</summary>
    public virtual void Hide(string person, AnamorphicKey shared, ReadOnlySpan<byte> hidden) =>
        throw new NotSupportedException($"In a {GetType().Name} nobody draws ratchet keys.");

    /// <summary>What a phone hears that asks the provider: what somebody on the wire slips in, then the provider's own answer.</summary>
    protected ReadOnlyMemory<byte>[] Answers(Download request, ReadOnlyMemory<byte> genuine) =>
        onTheWire is null ? [genuine] : [onTheWire.Answer(request, genuine), genuine];

    /// <summary>Sends at the clock's time.</summary>
    protected abstract IReadOnlyList<Envelope> SendNow(ScriptedMessage message);
}
