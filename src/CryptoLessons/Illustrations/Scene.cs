using System.Text;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Illustrations;

/// <summary>The dialogue that is illustrated, played by the library's own devices: Alice asks, Bob answers, and answers once more after an
/// update.</summary>
internal sealed class Scene
{
    /// <summary>The seed of every key.</summary>
    public const long Seed = 2017;

    /// <summary>What Alice writes.</summary>
    public const string Question = "Is the garden gate open?";

    /// <summary>What Bob answers.</summary>
    public const string Answer = "It is, since seven.";

    private const string Alice = "Alice", Bob = "Bob";

    /// <summary>Plays the dialogue.</summary>
    /// <exception cref="InvalidOperationException">A device refused what the other sent.</exception>
    public Scene(Profile profile)
    {
        Profile = profile;
        LoggedRandom ofAlice = new(Log, Alice), ofBob = new(Log, Bob);
        var alice = Device.Create(Functions(ofAlice), ofAlice, handshake: Handshake(Alice), address: Address(Alice));
        var bob = Device.Create(Functions(ofBob), ofBob, handshake: Handshake(Bob), address: Address(Bob));
        Identity = alice.IdentityKey;
        RegistrationId = alice.RegistrationId;
        Bundle = new(Bob, 1, bob.Publish());
        if (alice.StartSession(Name(Bob), Bundle.Bundle) is var failure and not BundleFailure.None)
            throw new InvalidOperationException($"Alice refused Bob's bundle: {failure}.");

        First = alice.Encrypt(Name(Bob), Encoding.UTF8.GetBytes(Question));
        Opens(bob, Name(Alice), First, Question);
        using DeviceState bobSaved = bob.Snapshot(), aliceSaved = alice.Snapshot();
        Reply = bob.Encrypt(Name(Alice), Encoding.UTF8.GetBytes(Answer));
        Opens(alice, Name(Bob), Reply, Answer);

        using var authority = DhKeyPair.Generate(new LoggedRandom(Log, "authority"));
        Authority = authority.Public;
        var escrow = new MessageKeyEscrow(profile.Functions(ofBob), authority.Public, new LoggedRandom(Log, Bob, "sealing"));
        var updated = Device.Resume(new LoggedFunctions(escrow, Log), ofBob, bobSaved, handshake: Handshake(Bob), address: Address(Bob));
        Escrowed = updated.Encrypt(Name(Alice), Encoding.UTF8.GetBytes(Answer));
        var genuine = Device.Resume(Functions(ofAlice), ofAlice, aliceSaved, handshake: Handshake(Alice), address: Address(Alice));
        Opens(genuine, Name(Bob), Escrowed, Answer);
    }

    /// <summary>What of Signal's protocol the phones speak.</summary>
    public Profile Profile { get; }

    /// <summary>What was drawn, and what the functions gave back.</summary>
    public CallLog Log { get; } = new();

    /// <summary>Alice's identity key.</summary>
    public DhPublicKey Identity { get; }

    /// <summary>Alice's registration number.</summary>
    public uint RegistrationId { get; }

    /// <summary>What the directory hands out of Bob's.</summary>
    public PublishedBundle Bundle { get; }

    /// <summary>Alice's message, which opens the session.</summary>
    public CiphertextMessage First { get; }

    /// <summary>Bob's answer.</summary>
    public CiphertextMessage Reply { get; }

    /// <summary>The same answer by an app that seals each message key to an authority: same saved state, other functions.</summary>
    public CiphertextMessage Escrowed { get; }

    /// <summary>The authority's public key.</summary>
    public DhPublicKey Authority { get; }

    /// <summary>Whether first messages name sender and recipient, as Signal's library does that has the Triple Ratchet.</summary>
    public bool HasAddresses => Profile == Profile.Triple;

    private LoggedFunctions Functions(LoggedRandom random) => new(Profile.Functions(random), Log);

    private LoggedHandshake Handshake(string person) => new(Profile.HandshakeFunctions(new LoggedRandom(Log, person, "encapsulation")), Log);

    private string? Address(string person) => HasAddresses ? Name(person) : null;

    private string Name(string person) => !HasAddresses ? person : person == Alice ? AddressValues.Alice : AddressValues.Bob;

    private static void Opens(Device<LoggedFunctions> device, string from, CiphertextMessage message, string said)
    {
        DecryptFailure failure = device.Decrypt(from, message, out byte[] text);
        if (failure != DecryptFailure.None || Encoding.UTF8.GetString(text) != said)
            throw new InvalidOperationException($"'{said}' did not arrive: {failure}.");
    }
}
