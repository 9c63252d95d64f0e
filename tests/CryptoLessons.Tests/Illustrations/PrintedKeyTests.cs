using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Illustrations;

/// <summary>Devices that know nothing but what is printed open the illustrated messages, and so does the authority.</summary>
internal sealed class PrintedKeyTests
{
    private static readonly SeededRandom Unrelated = new(8);

    private static IEnumerable<Profile> Profiles => Profile.All;

    private static IEnumerable<Profile> WithoutSecondRatchet => [Profile.X3dh, Profile.Pqxdh];

    [TestCaseSource(nameof(Profiles))]
    public void APhoneWithBobsPrintedKeysOpensTheFirstMessage(Profile profile)
    {
        using var state = new DeviceState(
            Pair(profile, "Bob's identity key, private"), 1, 2, new(1, Pair(profile, "Bob's signed prekey, private"), new byte[64]),
            [new(1, Pair(profile, "Bob's one-time prekey, private"))], new Dictionary<string, DhPublicKey>(), new Dictionary<string, SessionRecord>())
        {
            OneTimeKyberPreKeys = profile == Profile.X3dh
                ? [] : [new(1, Kyber1024KeyPair.FromSeed(Illustrated.Bytes(profile, "seed of Bob's post-quantum prekey")), new byte[64])],
        };
        Device<SignalFunctions> bob = Device.Resume(profile, Unrelated, state);
        var first = new CiphertextMessage(CiphertextType.PreKey, Illustrated.Plate(profile, "first").Bytes);
        Assert.That(bob.Decrypt("Alice", first, out byte[] text), Is.EqualTo(DecryptFailure.None));
        Assert.That(text, Is.EqualTo("Is the garden gate open?"u8.ToArray()));
    }

    [TestCaseSource(nameof(WithoutSecondRatchet))]
    public void ARatchetWithAlicesPrintedKeysOpensTheReplyWithAndWithoutTheField(Profile profile)
    {
        DhKeyPair bob = Pair(profile, "Bob's identity key, private"), alice = Pair(profile, "Alice's identity key, private");
        foreach (string id in (string[])["reply", "escrowed"])
        {
            using var state = new RatchetState(
                Pair(profile, "Alice's first ratchet key, private"), new(Illustrated.Bytes(profile, "root key after Alice's turn")),
                new(new byte[32]), 1, 0, []);
            DecryptFailure failure = DoubleRatchet.Resume(profile.Functions(Unrelated), state).Decrypt(
                Illustrated.Plate(profile, id).Bytes, [.. bob.Public.Serialize(), .. alice.Public.Serialize()], out byte[] text);
            Assert.That((failure, text), Is.EqualTo((DecryptFailure.None, "It is, since seven."u8.ToArray())), id);
        }
    }

    [TestCaseSource(nameof(Profiles))]
    public void TheAuthoritysPrintedKeyOpensTheField(Profile profile)
    {
        SignalMessage.Parse(Illustrated.Plate(profile, "escrowed").Bytes, out _, out ReadOnlyMemory<byte> behind);
        using MessageKey? mk = MessageKeyEscrow.Open(behind.Span, Pair(profile, "the authority's key, private"));
        Assert.That(Hazmat.Reveal(mk!), Is.EqualTo(Illustrated.Bytes(profile, "message key of the reply")));
        Assert.That(Illustrated.Plate(profile, "opened").Bytes.ToArray(), Is.EqualTo("It is, since seven."u8.ToArray()));
    }

    [TestCaseSource(nameof(Profiles))]
    public void NobodyElsesPrintedKeyOpensIt(Profile profile)
    {
        SignalMessage.Parse(Illustrated.Plate(profile, "escrowed").Bytes, out _, out ReadOnlyMemory<byte> behind);
        IEnumerable<string> names = Illustrated.Values(profile).Select(value => value.Name);
        string[] others = [.. names.Where(name => name.EndsWith(", private", StringComparison.Ordinal)).Except(["the authority's key, private"])];
        Assert.That(others, Has.Length.GreaterThan(6));
        foreach (string name in others)
            Assert.That(MessageKeyEscrow.Open(behind.Span, Pair(profile, name)), Is.Null, name);
    }

    private static DhKeyPair Pair(Profile profile, string name) => DhKeyPair.FromPrivate(Illustrated.Bytes(profile, name));
}
