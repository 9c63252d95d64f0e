using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Attacks;

/// <summary>What is escrowed decides what a leak opens: every combination of the keys of one moment, and of one handshake, really tried.</summary>
[TestFixture]
internal sealed class BlastRadiusTests
{
    private const int Chains = 10;
    private const int PerChain = 3;
    private const int Own = 4;

    // Alice's states when she has sent the first message of each of her chains, and Bob's likewise of his.
    private readonly Dictionary<int, RatchetState> states = [];
    private readonly Dictionary<int, DhPublicKey> publicKeys = [];
    private readonly List<WireMessage> wire = [];
    private RatchetPair pair = null!;

    private RatchetState Moment => states[Own];

    [SetUp]
    public void Talk()
    {
        states.Clear();
        publicKeys.Clear();
        wire.Clear();
        pair = new RatchetPair(Suite.Honest);
        publicKeys[-1] = pair.SignedPreKey.Public;
        for (int chain = 0; chain < Chains; chain++)
        {
            var (from, to) = chain % 2 == 0 ? (pair.Alice, pair.Bob) : (pair.Bob, pair.Alice);
            for (uint n = 0; n < PerChain; n++)
            {
                byte[] message = from.Send("text");
                wire.Add(new(chain, n, message, from.SendingAd));
                to.Opens(message, "text");
                states.TryAdd(chain, from.Ratchet.Snapshot());
            }
            publicKeys[chain] = states[chain].RatchetKeyPair.Public;
        }
    }

    [TestCase(false, false, false, ExpectedResult = "")]
    [TestCase(true, false, false, ExpectedResult = "4.1 4.2", Description = "a chain key: the rest of its chain")]
    [TestCase(false, true, false, ExpectedResult = "", Description = "a root key alone")]
    [TestCase(false, false, true, ExpectedResult = "", Description = "a ratchet private key alone")]
    [TestCase(true, true, false, ExpectedResult = "4.1 4.2")]
    [TestCase(true, false, true, ExpectedResult = "4.1 4.2")]
    [TestCase(false, true, true, ExpectedResult = "5.0 5.1 5.2", Description = "root key and ratchet private key: the whole of the peer's next chain")]
    [TestCase(true, true, true, ExpectedResult = "4.1 4.2 5.0 5.1 5.2")]
    public string TheKeysOfOneMomentOpen(bool chainKey, bool rootKey, bool ratchetKey)
    {
        var ring = new KeyRing();
        if (chainKey)
            ring.Chain(Own, Moment.SendingChainKey, Moment.Sent);
        if (rootKey)
            ring.Root(Own, Moment.RootKey);
        if (ratchetKey)
            ring.Ratchet(Own, Moment.RatchetKeyPair);
        return Read(ring);
    }

    [Test]
    public void OneRootKeyEverMakesRatchetPrivateKeysReadEverythingAfterIt()
    {
        var leaking = new KeyRing();
        for (int chain = 0; chain < Chains; chain += 2)
            leaking.Ratchet(chain, states[chain].RatchetKeyPair);
        Assert.That(Read(leaking), Is.Empty, "all of Alice's ratchet private keys, and no root key");
        Assert.That(Read(leaking.Root(Own, Moment.RootKey)), Is.EqualTo(Everything(first: Own + 1)), "and one root key, once");
    }

    [Test]
    public void TheSessionsSecretOpensNothingAloneAndTheFirstTurnsWithOneRatchetKey()
    {
        var rootKey = new RootKey(pair.RootKey);
        Assert.That(Read(new KeyRing().Root(-1, rootKey)), Is.Empty);
        Assert.That(Read(new KeyRing().Root(-1, rootKey).Ratchet(-1, pair.SignedPreKey)), Is.EqualTo(Everything(first: 0, last: 0)));
        Assert.That(Read(new KeyRing().Root(-1, rootKey).Ratchet(0, states[0].RatchetKeyPair)), Is.EqualTo(Everything(first: 0, last: 1)));
    }

    [TestCase(true, ExpectedResult = "EKa+IKa EKa+SPKb IKb+OPKb+SPKb")]
    [TestCase(false, ExpectedResult = "EKa+IKa EKa+SPKb IKb+SPKb")]
    public string TheSmallestKeySetsThatGiveASessionsSecret(bool oneTimePreKey)
    {
        var random = new SeededRandom(8);
        string[] names = oneTimePreKey ? ["EKa", "IKa", "IKb", "OPKb", "SPKb"] : ["EKa", "IKa", "IKb", "SPKb"];
        var pairs = names.ToDictionary(name => name, name => DhKeyPair.Generate(random.Child(name)));
        using SessionSecret secret = X3dh.Functions.Initiate(
            pairs["IKa"], pairs["EKa"], new(pairs["IKb"].Public, pairs["SPKb"].Public, oneTimePreKey ? pairs["OPKb"].Public : null))!.Secret;
        var enough = Enumerable.Range(0, 1 << names.Length)
            .Select(bits => names.Where((_, i) => (bits & (1 << i)) != 0).ToArray())
            .Where(held => SecretFrom(pairs, held, oneTimePreKey) is { } root && root.AsSpan().SequenceEqual(Hazmat.Reveal(secret.RootKey)))
            .ToList();
        var smallest = enough.Where(held => !enough.Any(other => other.Length < held.Length && other.All(held.Contains)));
        return string.Join(' ', smallest.Select(held => string.Join('+', held)).Order(StringComparer.Ordinal));
    }

    /// <summary>The root key from some private keys and all public ones; null when an agreement is missing.</summary>
    private static byte[]? SecretFrom(Dictionary<string, DhKeyPair> pairs, string[] held, bool oneTimePreKey)
    {
        List<(string One, string Other)> agreements = [("IKa", "SPKb"), ("EKa", "IKb"), ("EKa", "SPKb")];
        if (oneTimePreKey)
            agreements.Add(("EKa", "OPKb"));
        byte[] input = [.. Enumerable.Repeat((byte)0xFF, 32)];
        foreach (var (one, other) in agreements)
        {
            var (own, their) = held.Contains(one) ? (one, other) : (other, one);
            if (!held.Contains(own))
                return null;
            input = [.. input, .. Hazmat.Reveal(X25519.Agree(pairs[own].Private, pairs[their].Public)!)];
        }
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 64, info: "WhisperText"u8.ToArray())[..32];
    }

    private string Read(KeyRing ring) => string.Join(' ', ring.Read(wire, publicKeys).Select(message => $"{message.Chain}.{message.Index}"));

    private static string Everything(int first, int last = Chains - 1) =>
        string.Join(' ', from chain in Enumerable.Range(first, last - first + 1) from n in Enumerable.Range(0, PerChain) select $"{chain}.{n}");
}
