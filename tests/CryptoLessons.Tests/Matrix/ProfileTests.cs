using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Tests.Oracle.Exposure;
using NUnit.Framework;

namespace CryptoLessons.Tests.Matrix;

/// <summary>Every mechanism under every profile of Signal's protocol: what opens, opens the same.</summary>
[TestFixture]
internal sealed class ProfileTests
{
    [TestCase("pqxdh")]
    [TestCase("triple")]
    public void EveryCellIsTheSame(string profile)
    {
        MatrixResult result = Run(Profile.Named(profile)!);
        Assert.That(result.Request.Profile.Name, Is.EqualTo(profile));
        Assert.That(Lines(result), Is.EqualTo(Lines(BuiltInMatrix.Result)));
    }

    [Test]
    public void PostQuantumKeysChangeNothingAgainstAnEscrow()
    {
        // Kyber in the handshake, a post-quantum ratchet beside the other: the authority's one X25519 key opens every message all the same.
        var random = new SeededRandom(21);
        using var authority = DhKeyPair.Generate(random.Child("authority"));
        Device<MessageKeyEscrow> alice = Phone("alice"), bob = Phone("bob");
        Assert.That(alice.StartSession("Bob", bob.Publish()), Is.EqualTo(BundleFailure.None));
        ulong epoch = 0;
        for (byte round = 0; round < 120; round++)
        {
            Pass(alice, bob, "Alice", "Bob", round);
            Pass(bob, alice, "Bob", "Alice", round);
            epoch = alice.Snapshot().Sessions["Bob"].Current!.Ratchet.PostQuantum!.Braid!.Epoch;
        }
        Assert.That(epoch, Is.GreaterThan(2), "several post-quantum secrets were agreed on meanwhile");

        Device<MessageKeyEscrow> Phone(string name)
        {
            SeededRandom own = random.Child(name);
            return Device.Create(
                new MessageKeyEscrow(Profile.Triple.Functions(own), authority.Public, own), own, handshake: Profile.Triple.HandshakeFunctions(own));
        }

        void Pass(Device<MessageKeyEscrow> from, Device<MessageKeyEscrow> to, string sender, string recipient, byte round)
        {
            CiphertextMessage message = from.Encrypt(recipient, [round]);
            Assert.That(BlindOpening.Open(message, authority, out byte[] read), Is.EqualTo(Outcome.Opened));
            Assert.That(read, Is.EqualTo(new[] { round }));
            using var other = DhKeyPair.Generate(new SeededRandom(round));
            Assert.That(BlindOpening.Open(message, other, out _), Is.EqualTo(Outcome.NoKey));
            Assert.That(to.Decrypt(sender, message, out byte[] opened), Is.EqualTo(DecryptFailure.None));
            Assert.That(opened, Is.EqualTo(read));
        }
    }

    private static MatrixResult Run(Profile profile) => MatrixRunner.Run(MatrixRequest.Create(BuiltInConversation.Load(), profile: profile).Request!);

    /// <summary>What is not left to chance: under another profile other bytes fall under the lot.</summary>
    private static IEnumerable<string> Lines(MatrixResult result) =>
        from row in result.Designs
        where new ExposureOracle().Chance(row.Design.Id, "escrow-leak") is null
        from line in row.Cells.Select(cell => $"{cell.Compromise}: read {string.Join(' ', cell.Verdict.Recovered.Keys.Order())}, forged {cell.Forged}, control {cell.ControlForged}")
            .Append($"warrant: {row.Lawful.Opened} of {row.Lawful.Of}, arrived {row.Arrived}")
        select $"{row.Design.Id}, {line}";
}
