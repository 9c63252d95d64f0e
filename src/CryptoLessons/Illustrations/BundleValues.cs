using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Illustrations;

/// <summary>Bob's keys, as the directory hands them out.</summary>
internal sealed class BundleValues
{
    private const string Prekeys = "X3DH rev 1, 3.2";
    private const string Layout = "PublishedBundle, a layout of this library's";

    private readonly Scene scene;

    /// <summary>The keys of a scene's bundle.</summary>
    public BundleValues(Scene scene)
    {
        this.scene = scene;
        PreKeyBundle bundle = scene.Bundle.Bundle;
        Identity = new(
            scene.Log, bundle.IdentityKey, "Bob's identity key", "IK_B",
            "Who Bob is: it lasts as long as the installation, and the safety number is made of it.", Prekeys);
        SignedPreKey = new(
            scene.Log, bundle.SignedPreKey, "Bob's signed prekey", "SPK_B",
            "Stands in for a fresh key of Bob's while he is offline, and serves as his first ratchet key.", Prekeys);
        OneTimePreKey = new(
            scene.Log, bundle.PreKey!, "Bob's one-time prekey", "OPK_B",
            "Given to one person once, and wiped when that person's first message has come.", Prekeys);
        if (bundle.Kyber is { } kyber)
            KyberSeed = scene.Log.Drawn(
                new(ValueKind.Secret, "seed of Bob's post-quantum prekey", "64 random bytes, d and z, from which the whole key pair follows.",
                "CRYSTALS-Kyber, round 3, Algorithm 7"),
                Kyber1024KeyPair.SeedSize, drawn => Kyber1024KeyPair.FromSeed(drawn).Public.Equals(kyber.Key));
    }

    /// <summary>Bob's identity key.</summary>
    public KeyValues Identity { get; }

    /// <summary>Bob's signed prekey.</summary>
    public KeyValues SignedPreKey { get; }

    /// <summary>Bob's one-time prekey.</summary>
    public KeyValues OneTimePreKey { get; }

    /// <summary>The seed of Bob's post-quantum prekey; null with X3DH.</summary>
    public Value? KyberSeed { get; }

    /// <summary>The answer of the directory.</summary>
    public Plate Plate()
    {
        PreKeyBundle bundle = scene.Bundle.Bundle;
        Value name = new Description(ValueKind.Number, "whose keys: Bob", "The name in UTF-16, low bytes first.", Layout)
            .By(() => Encoding.Unicode.GetBytes("Bob"));
        Value signature = Signature(
            "signature of the signed prekey", bundle.SignedPreKeySignature, 33,
            (description, z) => description.By(
                Identity.Private, SignedPreKey.Public, z, (identityKey, preKey, random) => XEdDsa.Sign(identityKey, [5, .. preKey], random)));
        var encoder = new AnnotatingWriter()
            .Bytes(1, "name", name)
            .Varint(2, "device", scene.Bundle.Device, "A person may have several, each with keys of its own.", Layout)
            .Raw(RegistrationValues.InBundle(scene.Log, bundle.RegistrationId))
            .Varint(4, "one-time prekey number", bundle.PreKeyId!.Value, "By which Bob will find the private key.", Prekeys)
            .Bytes(5, "one-time prekey", OneTimePreKey.Public)
            .Varint(6, "signed prekey number", bundle.SignedPreKeyId, "By which Bob will find the private key.", Prekeys)
            .Bytes(7, "signed prekey", SignedPreKey.Public)
            .Bytes(8, "signature", signature)
            .Bytes(9, "identity key", Identity.Public);
        if (bundle.Kyber is { } kyber)
            WriteKyber(encoder, kyber, KyberSeed!);
        return new(
            "bundle", "Bob publishes his keys",
            "Bob may be asleep when somebody writes to him for the first time. So his phone leaves public keys with a directory, which hands them to "
            + "whoever asks. He signs what lasts, lest the directory put keys of its own in their place.",
            encoder, scene.Bundle.Serialize());
    }

    private void WriteKyber(AnnotatingWriter encoder, PublishedKyberPreKey kyber, Value seed)
    {
        Value key = new Description(
            ValueKind.PublicKey, "Bob's post-quantum prekey PQPK_B",
            "A key of Kyber-1024: whoever records today and has a quantum computer later finds no use for it.", "PQXDH rev 3, 3.2")
            .By(seed, seed => Kyber1024KeyPair.FromSeed(seed).Public.Bytes.ToArray());
        Value signature = Signature(
            "signature of the post-quantum prekey", kyber.Signature, 1569,
            (description, z) => description.By(
                Identity.Private, seed, z,
                (identityKey, seed, random) => XEdDsa.Sign(identityKey, Kyber1024KeyPair.FromSeed(seed).Public.Serialize(), random)));
        encoder
            .Varint(10, "post-quantum prekey number", kyber.Id, "By which Bob will find the private key.", "PQXDH rev 3, 3.2")
            .Bytes(11, "post-quantum prekey", Frames.KemType, key)
            .Bytes(12, "signature", signature);
    }

    /// <summary>A signature, found by trying what was drawn as its randomness.</summary>
    private Value Signature(string name, ReadOnlyMemory<byte> made, int length, Func<Description, Value, Value> sign)
    {
        var description = new Description(
            ValueKind.Proof, name,
            FormattableString.Invariant($"By the identity key over the {length} bytes of the prekey, type included. Alice checks it first."),
            "XEdDSA rev 1, 2; X3DH rev 1, 3.2");
        Value z = scene.Log.Drawn(
            new(ValueKind.Secret, $"randomness of the {name}", "64 random bytes, the paper's Z.", "XEdDSA rev 1, 2"),
            XEdDsa.RandomnessSize, drawn => sign(description, description.Written(drawn, "")).Bytes.Span.SequenceEqual(made.Span));
        return sign(description, z);
    }
}
