using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks.Means;

/// <summary>A phone built once more, by somebody who knows its random generator: same program, same random bytes, same keys.</summary>
/// <remarks>
/// It is shown what the phone sent and received, and does each time what the phone did. What it writes instead of a message that the phone sent
/// may say anything: the key is the same. Its one assumption is that messages arrived in the order of sending; where they did not, the twin's keys
/// are another's from then on, no MAC fits, and it reads no more.
/// </remarks>
internal sealed class TwinPhone
{
    private readonly string owner;
    private readonly Device<KeyTap> device;
    private readonly KeyTap functions;
    private readonly TwinClock clock = new();
    private readonly HashSet<DhPublicKey> baseKeys = [];
    private bool inStep = true;

    /// <param name="owner">Whose phone.</param>
    /// <param name="generator">The phone's generator as it was when the phone was set up.</param>
    /// <param name="profile">What of Signal's protocol the phone speaks.</param>
    public TwinPhone(string owner, RandomSource generator, Profile profile)
    {
        this.owner = owner;
        functions = new(profile.Functions(generator));
        using DeviceState state = Device.NewState(generator);
        device = Device.Resume(functions, generator, state, clock: clock, handshake: profile.HandshakeFunctions(generator));
        device.Publish();
    }

    /// <summary>Goes through what the phone went through with a message that it sent or received.</summary>
    /// <param name="envelope">The message on the record.</param>
    /// <param name="message">The same, read.</param>
    /// <param name="recipient">The recipient's identity key.</param>
    /// <param name="handedOut">The bundles that the directory has handed out.</param>
    /// <returns>What the message says; null when the twin cannot tell.</returns>
    public byte[]? Follow(Envelope envelope, InterceptedMessage message, DhPublicKey recipient, IReadOnlyList<PreKeyBundle> handedOut)
    {
        clock.Now = envelope.Time;
        return envelope.From == owner ? Send(envelope.To, message, recipient, handedOut) : Receive(envelope, message);
    }

    private byte[]? Send(string to, InterceptedMessage message, DhPublicKey recipient, IReadOnlyList<PreKeyBundle> handedOut)
    {
        inStep &= device.HasSession(to)
            || (message.PreKeyMessage is { } opening && Bundle(opening.PreKeys, recipient, handedOut) is { } bundle
                && device.StartSession(to, bundle) == BundleFailure.None);
        if (!inStep)
            return null;
        device.Encrypt(to, []);
        byte[]? plaintext = message.Decrypt(functions.Last!);
        inStep = plaintext is not null;
        return plaintext;
    }

    private byte[]? Receive(Envelope envelope, InterceptedMessage message)
    {
        // Whoever opens a session has asked the directory for a bundle, and the phone makes the next.
        if (message.PreKeyMessage is { } opening && baseKeys.Add(opening.PreKeys.BaseKey))
            device.Publish();
        return device.Decrypt(envelope.From, envelope.Message, out byte[] plaintext) == Protocol.Ratchet.DecryptFailure.None ? plaintext : null;
    }

    /// <summary>The bundle that a session was opened with.</summary>
    private static PreKeyBundle? Bundle(UsedPreKeys used, DhPublicKey recipient, IReadOnlyList<PreKeyBundle> handedOut) =>
        handedOut.FirstOrDefault(bundle => bundle.IdentityKey.Equals(recipient) && bundle.SignedPreKeyId == used.SignedPreKeyId
            && bundle.PreKeyId == used.PreKeyId && bundle.Kyber?.Id == used.Kyber?.Id);
}
