using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>A person's phone: the device with its keys, what it knows of other people's devices, and the history that the app keeps.</summary>
/// <typeparam name="TFunctions">The suite of the messenger.</typeparam>
internal sealed class Phone<TFunctions>
    where TFunctions : RatchetFunctions
{
    private readonly string owner;
    private readonly PersonStreams streams;
    private readonly App<TFunctions> app;
    private readonly TFunctions functions;
    private readonly Contacts contacts;
    private readonly List<StoredMessage> history;

    public Phone(string owner, PersonStreams streams, App<TFunctions> app, TimeProvider clock, DhPublicKey directory)
        : this(owner, streams, app, clock, Protocol.Sessions.Device.NewState(streams.Device), new(owner, app.Policy, directory), [])
    {
    }

    private Phone(
        string owner, PersonStreams streams, App<TFunctions> app, TimeProvider clock, DeviceState state, Contacts contacts, List<StoredMessage> history)
    {
        (this.owner, this.streams, this.app, this.contacts, this.history) = (owner, streams, app, contacts, history);
        functions = app.Suite(streams, clock);
        using (state)
            Device = Protocol.Sessions.Device.Resume(functions, streams.Device, state, clock: clock, handshake: app.Handshake?.Invoke(streams) ?? streams.Handshake());
        if (functions is DeviceListCheck check)
            check.Own = new(owner, [new(1, Device.RegistrationId, Device.IdentityKey)]);
    }

    public Device<TFunctions> Device { get; }

    /// <summary>What the phone knows of other people's devices.</summary>
    public Contacts Contacts => contacts;

    public IReadOnlyList<StoredMessage> History => history;

    public void Store(StoredMessage message) => history.Add(message);

    /// <summary>Deletes the history.</summary>
    public void Forget() => history.Clear();

    /// <summary>Encrypts a message to every device of a person.</summary>
    /// <param name="recipient">The person.</param>
    /// <param name="message">What is said.</param>
    /// <param name="provider">Answers what the phone asks for.</param>
    public IEnumerable<Envelope> Encrypt(string recipient, ScriptedMessage message, Func<Download, IEnumerable<ReadOnlyMemory<byte>>> provider)
    {
        IReadOnlyList<DeviceEntry> devices = contacts.Devices(recipient, Device.TrustedIdentity(recipient), provider);
        if (functions is DeviceListCheck check)
            check.Recipient = new(recipient, devices);
        foreach (var (number, _, identityKey) in devices)
        {
            string address = Contacts.Address(recipient, number);
            if (Device.TrustedIdentity(address) is { } known && !known.Equals(identityKey))
            {
                Device.Trust(address, identityKey);
                Device.ArchiveSession(address);
            }
            if (!Device.HasSession(address))
                StartSession(recipient, number, address, provider);
            yield return new(owner, recipient, message.Time, Device.Encrypt(address, message.Plaintext.Span), number);
        }
    }

    /// <summary>Opens what arrives from a person's phone.</summary>
    public DecryptFailure Decrypt(Envelope envelope, Func<Download, IEnumerable<ReadOnlyMemory<byte>>> provider, out byte[] plaintext)
    {
        DecryptFailure failure = Device.Decrypt(envelope.From, envelope.Message, out plaintext);
        if (failure != DecryptFailure.UntrustedIdentity || app.Policy != DirectoryPolicy.AcceptsChangedKeys)
            return failure;
        // A new phone, says the app to itself, and asks the directory.
        Device.Trust(envelope.From, contacts.Devices(envelope.From, Device.TrustedIdentity(envelope.From), provider)[0].IdentityKey);
        return Device.Decrypt(envelope.From, envelope.Message, out plaintext);
    }

    /// <summary>Installs another app: all keys stay, and go on under its suite.</summary>
    public Phone<TFunctions> Install(App<TFunctions> another, TimeProvider clock) => new(owner, streams, another, clock, Device.Snapshot(), contacts, history);

    /// <summary>The owner hides a message in the ratchet keys that are drawn from now on: an app does not ask where they come from.</summary>
    public Phone<TFunctions> Hide(AnamorphicKey shared, ReadOnlySpan<byte> hidden, TimeProvider clock) =>
        new(
            owner, streams with { Ratchet = new AnamorphicGenerator(streams.Ratchet, shared, hidden) }, app, clock, Device.Snapshot(), contacts, history);

    public Phone<TFunctions> Fork(TimeProvider clock) => new(owner, streams.Copy(), app, clock, Device.Snapshot(), contacts.Copy(), [.. history]);

    private void StartSession(string recipient, uint number, string address, Func<Download, IEnumerable<ReadOnlyMemory<byte>>> provider)
    {
        BundleFailure failure = Device.StartSession(address, contacts.Bundle(recipient, number, provider));
        if (failure != BundleFailure.None)
            throw new InvalidOperationException($"The bundle of {recipient} was refused: {failure}.");
    }
}
