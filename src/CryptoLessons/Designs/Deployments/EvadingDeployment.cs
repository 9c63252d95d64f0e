using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>Any messenger, in the hands of people who encrypt what they say once more, in an app of their own, before they type it in.</summary>
/// <remarks>A key that they once agreed on when they met, and AES-256-GCM: sixty lines, and the messenger carries it like any other text.</remarks>
internal sealed class EvadingDeployment : IDeployment
{
    private readonly IDeployment messenger;
    private readonly IReadOnlySet<string> evaders;
    private readonly StorageKey agreed;
    private readonly SeededRandom random;

    /// <param name="messenger">What they write in.</param>
    /// <param name="evaders">Who encrypts once more, when all who take part in a message do.</param>
    /// <param name="random">Where their key and nonces come from.</param>
    public EvadingDeployment(IDeployment messenger, IReadOnlySet<string> evaders, SeededRandom random)
        : this(messenger, evaders, StorageKey.Generate(random), random)
    {
    }

    private EvadingDeployment(IDeployment messenger, IReadOnlySet<string> evaders, StorageKey agreed, SeededRandom random) =>
        (this.messenger, this.evaders, this.agreed, this.random) = (messenger, evaders, agreed, random);

    public IReadOnlyDictionary<string, DhPublicKey> IdentityKeys => messenger.IdentityKeys;

    public IReadOnlyDictionary<string, PreKeyBundle> Directory => messenger.Directory;

    public IReadOnlyList<PreKeyBundle> HandedOut => messenger.HandedOut;

    public Profile Profile => messenger.Profile;

    public Func<RatchetFunctions, RatchetFunctions> Sold => messenger.Sold;

    public Noticed Noticed => messenger.Noticed;

    public Court Court => messenger.Court;

    public Quorum? Holders => messenger.Holders;

    public long? LedgerEntries => messenger.LedgerEntries;

    public IReadOnlyList<Envelope> Send(ScriptedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        bool evading = evaders.Contains(message.From) && evaders.IsSupersetOf(message.To);
        return messenger.Send(evading ? message with { Plaintext = agreed.Seal(message.Plaintext.Span, random) } : message);
    }

    /// <summary>What the evaders' own app shows; what was not encrypted once more is shown as it came.</summary>
    public DecryptFailure Deliver(Envelope envelope, out byte[] plaintext)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        DecryptFailure failure = messenger.Deliver(envelope, out plaintext);
        if (failure == DecryptFailure.None && evaders.Contains(envelope.To) && agreed.Open(plaintext) is { } said)
            plaintext = said;
        return failure;
    }

    public void Tap(IInterceptor? interceptor) => messenger.Tap(interceptor);

    public IDeployment Fork() => new EvadingDeployment(messenger.Fork(), evaders, agreed, random.Copy());

    public ServerLoot SeizeServer() => messenger.SeizeServer();

    public SessionLoot SeizeSessions(string person) => messenger.SeizeSessions(person);

    public DeviceLoot SeizeDevice(string person) => messenger.SeizeDevice(person);

    public EscrowLoot? Leak(AccessSecret secret) => messenger.Leak(secret);

    public EscrowLoot? Leak(AccessSecret secret, string target) => messenger.Leak(secret, target);

    public WarrantAnswer ServeWarrant(Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted) => messenger.ServeWarrant(warrant, intercepted);

    public Interception? Intercept(Warrant warrant, Transcript carried) => messenger.Intercept(warrant, carried);
}
