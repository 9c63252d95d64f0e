using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol.Contract;

/// <summary>When a handshake is over, what it was made of is gone: the ratchet alone goes on (X3DH rev 1, 3.3 and 3.4).</summary>
[TestFixtureSource(typeof(Profile), nameof(Profile.All))]
internal sealed class HandshakeWipingTests(Profile profile)
{
    private readonly SeededRandom random = new(9);
    private Watched handshake = null!;
    private Device<SignalFunctions> alice = null!;
    private Device<SignalFunctions> bob = null!;

    [SetUp]
    public void Begin()
    {
        handshake = new(profile.HandshakeFunctions(random));
        (alice, bob) = (Create(), Create());
        Assert.That(alice.StartSession("bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
    }

    [Test]
    public void TheInitiatorsBaseKeyAndSecretAreWiped()
    {
        AssertWiped(handshake.BaseKey!.Private);
        Assert.That(handshake.Agreed, Has.Count.EqualTo(1));
        AssertWiped([.. handshake.Agreed[0].Keys]);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void TheRespondersSecretIsWiped(bool refused)
    {
        byte[] message = alice.Encrypt("bob", [1]).With(parsed => parsed with { Message = Damaged(parsed.Message, refused) }).Bytes.ToArray();
        DecryptFailure failure = bob.Decrypt("alice", new(CiphertextType.PreKey, message), out _);
        Assert.That(failure, Is.EqualTo(refused ? DecryptFailure.NotAuthentic : DecryptFailure.None));
        Assert.That(handshake.Agreed, Has.Count.EqualTo(2));
        AssertWiped([.. handshake.Agreed[1].Keys]);
    }

    private static void AssertWiped(params Secret[] secrets)
    {
        foreach (Secret secret in secrets)
            Assert.That(() => secret.Bytes.Length, Throws.InstanceOf<ObjectDisposedException>(), secret.GetType().Name);
    }

    private static byte[] Damaged(ReadOnlyMemory<byte> message, bool damaged)
    {
        byte[] copy = message.ToArray();
        copy[^1] ^= (byte)(damaged ? 1 : 0);
        return copy;
    }

    private Device<SignalFunctions> Create() => Device.Create(profile.Functions(random), random, handshake: handshake);

    /// <summary>Keeps an eye on what goes in and comes out.</summary>
    private sealed class Watched(HandshakeFunctions inner) : HandshakeFunctions
    {
        public DhKeyPair? BaseKey { get; private set; }

        public List<SessionSecret> Agreed { get; } = [];

        public override byte Version => inner.Version;

        public override Initiation? Initiate(DhKeyPair identity, DhKeyPair baseKey, ResponderKeys their)
        {
            BaseKey = baseKey;
            Initiation? begun = inner.Initiate(identity, baseKey, their);
            Agreed.Add(begun!.Secret);
            return begun;
        }

        public override SessionSecret? Accept(ResponderKeyPairs own, InitialKeys their)
        {
            SessionSecret? secret = inner.Accept(own, their);
            Agreed.Add(secret!);
            return secret;
        }

        public override byte[] Further(SessionSecret secret) => inner.Further(secret);
    }
}
