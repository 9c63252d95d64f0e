using System.Text.Json.Nodes;
using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>The Kyber prekey of a bundle: signed, used once or by everybody, and worthless when its ciphertext is tampered with.</summary>
[TestFixtureSource(typeof(Pairing), nameof(Pairing.OfKyberPreKeys))]
internal sealed class KyberPreKeyTests(Pairing pairing)
{
    private const string Carol = "ca401000-0000-4000-8000-000000000003";

    [Test]
    public void RefusesABundleWithAFalseSignatureOrKey()
    {
        using var duo = new Duo(pairing, seed: 1);
        JsonObject bundle = duo.Bob.Bundle();
        JsonObject forged = duo.Alice.Process(duo.Bob, duo.Flip(bundle, "kyber_prekey_signature"));
        Assert.That(forged["error"]?.GetValue<string>(), Is.EqualTo("bad_signature"), forged.ToJsonString());
        // The first byte names the algorithm; a key of another is no key.
        Assert.That(duo.Alice.Process(duo.Bob, duo.Flip(bundle, "kyber_prekey")).ContainsKey("error"), Is.True);
        Assert.That(duo.Alice.Process(duo.Bob, bundle).ContainsKey("ok"), Is.True);
        duo.Pass(duo.Alice);
        duo.End();
    }

    [Test]
    public void RefusesAOneTimePreKeyThatIsSpent()
    {
        using var duo = new Duo(pairing, seed: 1);
        JsonObject bundle = duo.Bob.Bundle();
        duo.Alice.Process(duo.Bob, bundle);
        duo.Pass(duo.Alice);
        Party carol = duo.Join(Carol, device: 5, registrationId: 2);
        JsonObject spent = duo.Bob.Bundle();
        foreach (string member in (string[])["kyber_prekey_id", "kyber_prekey", "kyber_prekey_signature"])
            spent[member] = bundle[member]!.DeepClone();
        carol.Process(duo.Bob, spent);
        duo.Bob.Refuse(carol.Write(duo.Bob, []), "no_prekey");
        carol.StartSession(duo.Bob);
        duo.Bob.Open(carol.Write(duo.Bob, [1]));
        duo.End();
    }

    [Test]
    public void TheOneOfLastResortServesEverybody()
    {
        using var duo = new Duo(pairing, seed: 1);
        Party carol = duo.Join(Carol, device: 5, registrationId: 2);
        JsonObject bundle = duo.Bob.Bundle(oneTime: false);
        foreach (Party opener in (Party[])[duo.Alice, carol, duo.Alice])
        {
            Assert.That(opener.Process(duo.Bob, bundle).ContainsKey("ok"), Is.True);
            duo.Bob.Open(opener.Write(duo.Bob, [1]));
        }
        duo.Turn();
        duo.End();
    }

    [Test]
    public void ATamperedCiphertextCostsNothing()
    {
        using var duo = new Duo(pairing, seed: 1);
        duo.Alice.StartSession(duo.Bob);
        Letter letter = duo.Write(duo.Alice);
        WireField ciphertext = letter.OpeningField(Letter.KyberCiphertext);
        for (int at = 0; at < ciphertext.Bytes!.Length; at += 1 + duo.Random.Next(100))
            duo.Bob.Refuse(letter.Flip(ciphertext.At + at, duo.Random.Next(8)), "invalid_message");
        duo.Bob.Open(letter);
        duo.Turn();
        duo.End();
    }
}
