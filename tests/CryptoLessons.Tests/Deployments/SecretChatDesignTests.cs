using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Deployments;

/// <summary>A seizure of a secret chat opens back to the last renewal of its key, and on to the next; beside it, the ratchet's window.</summary>
internal sealed class SecretChatDesignTests
{
    private static readonly Script Script = TestScripts.Between(string.Concat(Enumerable.Repeat("AB", 180)));

    [TestCase(50)]
    [TestCase(150)]
    [TestCase(250)]
    public void ASeizureOpensEverythingBetweenTwoRenewals(int at)
    {
        Verdict seized = Read("secret-chat", at);
        int[] read = [.. seized.Recovered.Keys.Where(number => number <= Script.ConversationLength)];
        Assert.That(read, Is.EqualTo(Enumerable.Range(read[0], read.Length)), "one stretch");
        Assert.That(read.Length, Is.InRange(SecretChat.RenewalAfter, SecretChat.RenewalAfter + 4));
        Assert.That(read, Does.Contain(at).And.Contain(at - 1).And.Contain(at + 1));
        Assert.That(read[0] == 1, Is.EqualTo(at < SecretChat.RenewalAfter));

        Verdict ratchet = Read("strict", at);
        Assert.That(ratchet.Recovered, Has.Count.InRange(1, 3), "the ratchet's window beside it");
    }

    private static Verdict Read(string design, int at)
    {
        var game = new Game(random => Design.Named(design).Deploy(Script, random), Script, at, "Alice", new SeededRandom(1));
        SessionSeizureView view = game.SessionSeizure(), unrelated = game.SessionSeizure(Secrets.Unrelated);
        Assert.That(game.Read(new ReadWithPhoneKeys(), unrelated).Recovered, Is.Empty);
        return game.Judge(new ReadWithPhoneKeys().Run(view).Concat(new ReadAfterSessionSeizure().Run(view)));
    }
}
