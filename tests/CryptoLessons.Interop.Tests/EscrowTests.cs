using System.Text.Json.Nodes;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>A sender that seals its message keys to an authority, and a receiver that was never told: Signal's unmodified library.</summary>
[TestFixtureSource(typeof(Pairing), nameof(Pairing.All))]
internal sealed class EscrowTests(Pairing pairing)
{
    // Tag (1), length (1) and the sealed key (80).
    private const int FieldSize = 82;

    [Test]
    public void EveryMessageIsOpenedByTheLibraryAndByTheAuthority([Values("message-key", "content-key")] string kind, [Range(1, 2)] int seed)
    {
        using var duo = new Duo(pairing, seed);
        using DhKeyPair authority = NewAuthority(duo);
        Ours(duo).Escrow(PublicOf(authority), kind);
        duo.Alice.StartSession(duo.Bob, oneTime: seed % 2 == 0);
        Letter first = duo.Pass(duo.Alice);
        if (pairing.Alice == Side.Ours)
            AssertAuthorityReads(duo, first, authority);
        int read = 0;
        new LossyChannel(duo, loss: 0.3, delay: 3).Play(bursts: 30, letter =>
        {
            if (letter.From == Ours(duo))
            {
                AssertAuthorityReads(duo, letter, authority);
                read++;
            }
            else
                AssertNothingToRead(duo, letter, authority);
        });
        TestContext.Out.WriteLine($"{read} messages were read by the authority");
        Assert.That(read, Is.Positive);
        duo.End();
    }

    [Test]
    public void APreKeyMessageWithTheSessionsSecretIsOpenedByTheLibraryAndTheSecretByTheAuthority([Range(1, 2)] int seed)
    {
        using var duo = new Duo(pairing, seed);
        using DhKeyPair authority = NewAuthority(duo);
        Ours(duo).Escrow(PublicOf(authority), "session-secret");
        duo.Alice.StartSession(duo.Bob, oneTime: seed % 2 == 0);
        Letter first = duo.Pass(duo.Alice);
        Assert.That(PreKeySignalMessage.Parse(Convert.FromHexString(first.Message), out PreKeySignalMessage? opening), Is.EqualTo(DecryptFailure.None));
        using SessionSecret? secret = SessionSecretEscrow.Open(opening!, authority);
        Assert.That(secret, pairing.Alice == Side.Ours ? Is.Not.Null : Is.Null, "who answers a session sends no field");
        AssertNothingToRead(duo, first, authority);
        for (int turn = 0; turn < 4; turn++)
            duo.Turn();
        duo.End();
    }

    [Test]
    public void AnUpdateInMidConversationIsNotNoticed()
    {
        using var duo = Duo.InSession(pairing, seed: 1);
        using DhKeyPair authority = NewAuthority(duo);
        Letter before = duo.Write(Ours(duo));
        Ours(duo).Escrow(PublicOf(authority));
        Letter during = duo.Write(Ours(duo));
        Ours(duo).Escrow(null);
        Letter after = duo.Write(Ours(duo));
        AssertNothingToRead(duo, before, authority);
        AssertAuthorityReads(duo, during, authority);
        AssertNothingToRead(duo, after, authority);
        foreach (Letter letter in (Letter[])[after, during, before])
            letter.To.Open(letter);
        duo.Turn();
        duo.End();
    }

    [Test]
    public void AnotherAuthorityReadsNothing()
    {
        using var duo = Duo.InSession(pairing, seed: 1);
        using DhKeyPair authority = NewAuthority(duo), another = NewAuthority(duo);
        Ours(duo).Escrow(PublicOf(authority));
        Letter letter = duo.Pass(Ours(duo));
        AssertAuthorityReads(duo, letter, authority);
        AssertNothingToRead(duo, letter, another);
        duo.End();
    }

    [Test]
    public void TheFieldAddsEightyTwoBytesAndStandsUnderTheMac()
    {
        using var duo = Duo.InSession(pairing, seed: 1);
        using DhKeyPair authority = NewAuthority(duo);
        duo.Turn();
        Party ours = Ours(duo);
        byte[] plaintext = new byte[20];
        Letter plain = ours.Write(duo.PeerOf(ours), plaintext);
        ours.Escrow(PublicOf(authority));
        Letter escrowed = ours.Write(duo.PeerOf(ours), plaintext);
        Assert.That(escrowed.Length - plain.Length, Is.EqualTo(FieldSize));
        for (int at = escrowed.Length - Letter.MacSize - FieldSize; at < escrowed.Length - Letter.MacSize; at++)
            escrowed.To.Refuse(escrowed.Flip(at, duo.Random.Next(8)), "invalid_message");
        escrowed.To.Open(escrowed);
        duo.End();
    }

    private Party Ours(Duo duo) => pairing.Alice == Side.Ours ? duo.Alice : duo.Bob;

    private static DhKeyPair NewAuthority(Duo duo)
    {
        byte[] privateKey = new byte[32];
        duo.Random.NextBytes(privateKey);
        return DhKeyPair.FromPrivate(privateKey);
    }

    private static string PublicOf(DhKeyPair authority) => Convert.ToHexStringLower(authority.Public.U);

    private JsonObject Open(Duo duo, Letter letter, DhKeyPair authority)
    {
        byte[] privateKey = Protocol.Primitives.Hazmat.Reveal(authority.Private);
        return Ours(duo).OpenAsAuthority(letter, Convert.ToHexStringLower(privateKey));
    }

    private void AssertAuthorityReads(Duo duo, Letter letter, DhKeyPair authority) =>
        Assert.That(Open(duo, letter, authority)["plaintext"]?.GetValue<string>(), Is.EqualTo(letter.Plaintext), letter.Message);

    private void AssertNothingToRead(Duo duo, Letter letter, DhKeyPair authority) =>
        Assert.That(Open(duo, letter, authority)["error"]?.GetValue<string>(), Is.EqualTo("no_escrow"), letter.Message);
}
