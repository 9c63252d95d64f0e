using System.Text.Json.Nodes;
using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>What either library refuses of the other's, and that the refusal leaves no trace.</summary>
[TestFixtureSource(typeof(Pairing), nameof(Pairing.All))]
internal sealed class RefusalTests(Pairing pairing)
{
    [Test]
    public void RefusesAFlippedBitAnywhereInAMessageAndThenOpensTheOriginal([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        duo.Turn();
        for (int i = 0; i < 4; i++)
        {
            Letter letter = duo.Write(i % 2 == 0 ? duo.Alice : duo.Bob);
            for (int at = 0; at < letter.Length; at++)
                Assert.That(letter.To.Receive(letter.Flip(at, duo.Random.Next(8))).ContainsKey("error"), Is.True, $"byte {at} of {letter.Message}");
            letter.To.Open(letter);
        }
        duo.Turn();
        duo.End();
    }

    [Test]
    public void ATamperedPreKeyMessageCostsNothing([Range(1, 2)] int seed)
    {
        using var duo = new Duo(pairing, seed);
        duo.Alice.StartSession(duo.Bob);
        Letter letter = duo.Write(duo.Alice);
        WireField inner = letter.OpeningField(Letter.InnerMessage);
        int end = inner.At + inner.Bytes!.Length;
        for (int at = end - Letter.MacSize; at < end; at++)
            duo.Bob.Refuse(letter.Flip(at, duo.Random.Next(8)), "invalid_message");
        duo.Bob.Open(letter);
        duo.Turn();
        duo.End();
    }

    [Test]
    public void RefusesABundleWithAFalseSignature([Range(1, 2)] int seed)
    {
        using var duo = new Duo(pairing, seed);
        JsonObject bundle = duo.Bob.Bundle();
        AssertError(duo.Alice.Process(duo.Bob, duo.Flip(bundle, "signed_prekey_signature")), "bad_signature");
        Assert.That(duo.Alice.Process(duo.Bob, bundle).ContainsKey("ok"), Is.True);
        duo.Pass(duo.Alice);
        duo.End();
    }

    [Test]
    public void RefusesAnotherIdentityUnderAKnownName([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        duo.Turn();
        Party impostor = duo.Join(Party.AliceName, device: 1, registrationId: 1);
        impostor.StartSession(duo.Bob);
        duo.Bob.Refuse(impostor.Write(duo.Bob, []), "untrusted_identity");
        AssertError(duo.Bob.Process(duo.Alice, impostor.Bundle()), "untrusted_identity");
        duo.Turn();
        duo.End();
    }

    [Test]
    public void RefusesAOneTimePreKeyThatIsSpent([Range(1, 2)] int seed)
    {
        using var duo = new Duo(pairing, seed);
        JsonObject bundle = duo.Bob.Bundle();
        duo.Alice.Process(duo.Bob, bundle);
        duo.Pass(duo.Alice);
        Party carol = duo.Join("ca401000-0000-4000-8000-000000000003", device: 5, registrationId: 2);
        JsonObject spent = duo.Bob.Bundle();
        foreach (string member in (string[])["prekey_id", "prekey"])
            spent[member] = bundle[member]!.DeepClone();
        carol.Process(duo.Bob, spent);
        duo.Bob.Refuse(carol.Write(duo.Bob, []), "no_prekey");
        carol.StartSession(duo.Bob);
        duo.Bob.Open(carol.Write(duo.Bob, [1]));
        duo.Turn();
        duo.End();
    }

    [Test]
    public void TellsOldAndUnknownVersionsApart([Range(1, 2)] int seed)
    {
        using var duo = Duo.InSession(pairing, seed);
        duo.Turn();
        foreach (Party writer in (Party[])[duo.Alice, duo.Bob])
        {
            Letter letter = duo.Write(writer);
            letter.To.Refuse(letter with { Message = "23" + letter.Message[2..] }, "old_version");
            letter.To.Refuse(letter with { Message = pairing.Release.NextVersionByte + letter.Message[2..] }, "unknown_version");
            letter.To.Open(letter);
        }
        duo.End();
    }

    [Test]
    public void OpensAMessageTwentyFiveThousandAheadAndNoneFurther()
    {
        const int Jump = 25_000;
        // The post-quantum ratchet has a limit of its own, and counts the message itself among those that are jumped over.
        int furthest = pairing.Release.HasTripleRatchet ? Jump - 1 : Jump;
        using var duo = Duo.InSession(pairing, seed: 1);
        duo.Turn();
        Letter[] letters = duo.Alice.WriteEmpty(duo.Bob, Jump + 2);
        foreach (Letter letter in letters[(furthest + 1)..])
            Assert.That(duo.Bob.Receive(letter).ContainsKey("error"), Is.True);
        // Signal's library says only that decryption failed.
        duo.Bob.Refuse(letters[^1], pairing.Alice == Side.Libsignal ? "too_far" : "invalid_message");
        foreach (Letter letter in letters[furthest..])
            duo.Bob.Open(letter);
        duo.End();
    }

    [Test]
    public void KeepsTheKeysOfTheTwoThousandNewestSkippedMessages()
    {
        const int Kept = 2_000;
        const int Dropped = 3;
        using var duo = Duo.InSession(pairing, seed: 1);
        duo.Turn();
        Letter[] letters = duo.Alice.WriteEmpty(duo.Bob, Dropped + Kept + 1);
        duo.Bob.Open(letters[^1]);
        foreach (Letter letter in letters[..Dropped])
            duo.Bob.Refuse(letter, "duplicate");
        for (int i = Dropped; i < Dropped + Kept; i += 13)
            duo.Bob.Open(letters[i]);
        duo.Bob.Open(letters[^2]);
        duo.End();
    }

    private static void AssertError(JsonObject answer, string code) =>
        Assert.That(answer["error"]?.GetValue<string>(), Is.EqualTo(code), answer.ToJsonString());
}
