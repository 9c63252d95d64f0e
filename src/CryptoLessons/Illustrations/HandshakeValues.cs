using System.Security.Cryptography;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Illustrations;

/// <summary>What Alice computes from Bob's keys and her own: the agreements, and the keys with which the session begins.</summary>
internal sealed class HandshakeValues
{
    private readonly AnnotatingWriter input = new(), output = new();
    private readonly string source;

    /// <summary>The handshake of a scene.</summary>
    /// <param name="scene">What was played.</param>
    /// <param name="bob">Bob's keys.</param>
    /// <param name="opening">Alice's first message as it was read.</param>
    public HandshakeValues(Scene scene, BundleValues bob, PreKeySignalMessage opening)
    {
        source = bob.KyberSeed is null ? "X3DH rev 1, 3.3" : "PQXDH rev 3, 3.3";
        Identity = new(scene.Log, scene.Identity, "Alice's identity key", "IK_A", "Who Alice is. Bob's phone keeps it with her name.", source);
        Base = new(scene.Log, opening.PreKeys.BaseKey, "Alice's base key", "EK_A", "Made for this one session; Bob knows the session by it.", source);
        WriteAgreements(bob);
        Value secret = new Description(ValueKind.Secret, "all of the secret input", "", "").Written(input.Written, "");
        Value Kept(Value key) => scene.Log.Check("Accept", scene.Log.Check("Initiate", key));
        Description root = new(ValueKind.Secret, "first root key", "From it and each new pair of ratchet keys comes the next one.", source);
        Description chain = new(ValueKind.Secret, "first chain key under SPK_B",
            "For a chain that Bob could send in before he has heard of Alice. He never does.", source);
        if (bob.KyberSeed is null)
        {
            RootKey = root.By(secret, secret => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 64, [], "WhisperText"u8.ToArray())[..32]);
            output.Raw(Kept(RootKey), Kept(
                chain.By(secret, secret => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 64, [], "WhisperText"u8.ToArray())[32..])));
            return;
        }
        const string Label = "WhisperText_X25519_SHA-256_CRYSTALS-KYBER-1024";
        Value okm = new Description(ValueKind.Secret, "output of the handshake",
            $"The label is {Label}. Of the 96 bytes the last 32 are for a post-quantum ratchet.", source)
            .By(
                secret,
                input => HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 96, [], "WhisperText_X25519_SHA-256_CRYSTALS-KYBER-1024"u8.ToArray()));
        RootKey = root.By(okm, output => output[..32]);
        output.Raw(Kept(RootKey), Kept(chain.By(okm, output => output[32..64])));
        if (scene.Profile != Profile.Triple)
            return;
        PostQuantumKey = new Description(
            ValueKind.Secret, "key of the post-quantum ratchet", "Its chains and its first MAC key follow from it.", source)
            .By(okm, output => output[64..]);
        output.Raw(Kept(PostQuantumKey));
    }

    /// <summary>Alice's identity key.</summary>
    public KeyValues Identity { get; }

    /// <summary>Alice's base key.</summary>
    public KeyValues Base { get; }

    /// <summary>What she encapsulated to Bob's post-quantum prekey; null with X3DH.</summary>
    public Value? Ciphertext { get; private set; }

    /// <summary>The root key before any turn.</summary>
    public Value RootKey { get; }

    /// <summary>What the post-quantum ratchet begins with; null without one.</summary>
    public Value? PostQuantumKey { get; }

    /// <summary>What goes in, and what comes out. No device shows these bytes: that both ends came to the keys that follow from them is what proves
    /// them.</summary>
    public IEnumerable<Plate> Plates()
    {
        yield return new(
            "agreement", "Alice agrees with keys whose owner is asleep",
            "Alice has checked the signatures, and computes one agreement after the other. These bytes never leave her phone; Bob will compute the "
            + "same from the other half of each pair.",
            input, input.Written.ToArray());
        yield return new(
            "secret", "What the session begins with",
            "All of it is hashed together: whoever lacks one of the agreements has nothing.",
            output, output.Written.ToArray());
    }

    private void WriteAgreements(BundleValues bob)
    {
        Value Agree(string name, string meaning, KeyValues own, KeyValues their) =>
            KeySchedule.Agree(name, meaning, source, own.Private, their.Public);
        input.Raw(
            new Description(
                ValueKind.Frame, "32 bytes FF", "No encoded key begins so: what is hashed here is never taken for a key.", "X3DH rev 1, 2.2")
                .By(() => [.. Enumerable.Repeat((byte)0xFF, 32)]),
            Agree(
                "DH1: IK_A with SPK_B",
                "It takes Alice's identity key, or what Bob has: so Bob knows that it is Alice who writes.", Identity, bob.SignedPreKey),
            Agree(
                "DH2: EK_A with IK_B",
                "It takes Bob's identity key, or what Alice has: so Alice knows that nobody but Bob reads.", Base, bob.Identity),
            Agree(
                "DH3: EK_A with SPK_B",
                "Both private keys are forgotten in time: what was said stays closed when identity keys are stolen.", Base, bob.SignedPreKey),
            Agree("DH4: EK_A with OPK_B", "Bob forgets his half with the first message that comes.", Base, bob.OneTimePreKey));
        if (bob.KyberSeed is not { } seed)
            return;
        input.Raw(KeySchedule.Encapsulated(new(
            ValueKind.Secret, "SS: the encapsulated secret", "Only Alice and the owner of PQPK_B know it. It stands last.", source), seed));
        Ciphertext = new Description(
            ValueKind.Ciphertext, "SS, encapsulated to PQPK_B",
            "From these bytes Bob's private key gives SS. Whoever breaks every agreement above still lacks it.", source)
            .By(seed, seed =>
            {
                SeededRandom random = new SeededRandom(2017).Child("Alice").Child("encapsulation");
                return Kyber1024.Encapsulate(Kyber1024KeyPair.FromSeed(seed).Public, random).Ciphertext;
            });
    }
}
