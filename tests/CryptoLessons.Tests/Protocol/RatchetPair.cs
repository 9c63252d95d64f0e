using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Two ratchets that have just agreed on a session secret. The same seed gives the same keys under every suite.</summary>
internal sealed class RatchetPair
{
    public RatchetPair(Suite alice, Suite bob, RatchetLimits? limits = null, long seed = 1)
    {
        Seed = new SeededRandom(seed);
        SignedPreKey = DhKeyPair.Generate(Seed.Child("signed prekey"));
        byte[] aliceIdentity = DhKeyPair.Generate(Seed.Child("alice")).Public.Serialize();
        byte[] bobIdentity = DhKeyPair.Generate(Seed.Child("bob")).Public.Serialize();
        byte[] aliceToBob = [.. aliceIdentity, .. bobIdentity];
        byte[] bobToAlice = [.. bobIdentity, .. aliceIdentity];
        Seed.Child("root key").Fill(RootKey);
        Seed.Child("chain key").Fill(ChainKey);
        using var secret = new SessionSecret(new RootKey(RootKey), new ChainKey(ChainKey));
        limits ??= RatchetLimits.Signal;
        Alice = new(alice, Seed.Child("alice"), limits, aliceToBob, bobToAlice,
            functions => DoubleRatchet.Initiate(functions, secret, SignedPreKey.Public, limits)!);
        Bob = new(bob, Seed.Child("bob"), limits, bobToAlice, aliceToBob,
            functions => DoubleRatchet.Accept(functions, secret, SignedPreKey, limits));
    }

    public RatchetPair(Suite both, RatchetLimits? limits = null, long seed = 1) : this(both, both, limits, seed)
    {
    }

    public SeededRandom Seed { get; }

    public DhKeyPair SignedPreKey { get; }

    public byte[] RootKey { get; } = new byte[Secret.Size];

    public byte[] ChainKey { get; } = new byte[Secret.Size];

    public RatchetParty Alice { get; }

    public RatchetParty Bob { get; }

    /// <summary>One message each way: two Diffie-Hellman steps.</summary>
    public void Turn()
    {
        Bob.Opens(Alice.Send("to Bob"), "to Bob");
        Alice.Opens(Bob.Send("to Alice"), "to Alice");
    }

    public void Turns(int count)
    {
        for (int i = 0; i < count; i++)
            Turn();
    }

    /// <summary>Alice's witness: the same secret and the same ratchet keys, drawn from a stream at the same place.</summary>
    public StraightlineRatchet AliceWitness(RatchetLimits limits) =>
        Witness("alice", limits).Initiate(RootKey, ChainKey, SignedPreKey.Public.U.ToArray());

    /// <summary>Bob's witness.</summary>
    public StraightlineRatchet BobWitness(RatchetLimits limits) =>
        Witness("bob", limits).Accept(RootKey, ChainKey, Hazmat.Reveal(SignedPreKey.Private));

    private StraightlineRatchet Witness(string party, RatchetLimits limits)
    {
        SeededRandom keys = Seed.Child(party).Child("keys");
        return new(NewPrivateKey, limits.ForwardJump, limits.SkippedSeeds, limits.ReceivingChains);

        byte[] NewPrivateKey()
        {
            byte[] bytes = new byte[Secret.Size];
            keys.Fill(bytes);
            return bytes;
        }
    }
}
