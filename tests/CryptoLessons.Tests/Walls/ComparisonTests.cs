using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>A comparison that ends at the first difference tells where it is. Who compares so in Protocol stands here, and what.</summary>
public class ComparisonTests
{
    private static readonly Dictionary<string, string> Comparers = new()
    {
        ["Curve25519/CanonicalKey.cs"] = "public keys and points",
        ["Curve25519/DhPublicKey.cs"] = "public keys",
        ["Curve25519/PartlyKnownKeys.cs"] = "published points",
        ["Directory/DeviceList.cs"] = "published lists",
        ["Directory/DeviceListCheck.cs"] = "the number of a published list",
        ["Directory/PublishedBundle.cs"] = "published keys",
        ["PostQuantum/KPke.cs"] = "encodings of public keys",
        ["PostQuantum/Kyber1024PublicKey.cs"] = "public keys",
        ["PostQuantum/MlKem768.cs"] = "hashes of public keys",
        ["Sessions/MessageAddresses.cs"] = "addresses, which both ends and the server know",
        ["Sessions/UsedKyberPreKey.cs"] = "ciphertexts",
        ["Transparency/DeviceKeys.cs"] = "published lists",
        ["Transparency/HashFields.cs"] = "published proofs",
        ["Wire/SavedState.cs"] = "what the phone's owner loads with what it would save: nobody else waits for the answer",
    };

    private static string Protocol => Path.Combine(House.Source, "CryptoLessons.Protocol");

    [Test]
    public void WhatIsNoSecretAloneIsComparedByteByByte() => Assert.That(
        House.Files(Protocol, "*.cs").Where(file => File.ReadAllText(file).Contains("SequenceEqual(", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Protocol, file).Replace('\\', '/')),
        Is.EquivalentTo(Comparers.Keys));

    /// <summary>Whoever computes a MAC in order to compare it, and whoever encrypts again to compare, does so in constant time.</summary>
    [TestCase("Ratchet/SignalFunctions.cs")]
    [TestCase("Spqr/NoHeaderReceived.cs")]
    [TestCase("Spqr/EkSentCt1Received.cs")]
    [TestCase("SealedSender/SealedSenderKeys.cs")]
    [TestCase("Attachments/AttachmentCipher.cs")]
    [TestCase("PostQuantum/DecapsulationKey.cs")]
    public void WhatIsMadeWithASecretIsComparedInConstantTime(string file) =>
        Assert.That(File.ReadAllText(Path.Combine(Protocol, file)), Does.Contain("CryptographicOperations.FixedTimeEquals("));
}
