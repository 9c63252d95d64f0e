using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>One ugly door turns a secret into bytes. Who goes through it stands here, by name and with the reason.</summary>
public class HazmatTests
{
    private static readonly string HazmatName = typeof(Hazmat).FullName!;

    private static readonly Dictionary<string, string> Callers = new()
    {
        ["CryptoLessons.ExceptionalAccess.SealedKey"] =
            "derives the wrapping key from the agreement by HKDF, a function outside Protocol",
        ["CryptoLessons.ExceptionalAccess.MessageKeyEscrow"] =
            "hands the message key to be encrypted to the authority",
        ["CryptoLessons.ExceptionalAccess.SessionSecretEscrow"] =
            "hands root key and chain key of a handshake to be encrypted to the authority",
        ["CryptoLessons.ExceptionalAccess.ContentKey"] =
            "expands the message key to cipher key and IV by itself: Protocol decrypts nothing whose MAC it cannot check",
        ["CryptoLessons.ExceptionalAccess.Clipper.SessionKey"] =
            "expands the message key to a key and an IV of Skipjack, which Protocol does not have",
        ["CryptoLessons.ExceptionalAccess.EvolvingCustody"] =
            "hashes today's private key to tomorrow's: the one way that its whole point is",
        ["CryptoLessons.ExceptionalAccess.NoncedGcm"] =
            "hands a key to AES-GCM, which Protocol does not have: no message of Signal's is encrypted with it",
        ["CryptoLessons.ExceptionalAccess.ChannelKey"] =
            "copies itself: the constructor that every kind of secret has takes bytes",
        ["CryptoLessons.ExceptionalAccess.StorageKey"] =
            "copies itself, and locks a channel's key away on the provider's disks",
        ["CryptoLessons.ExceptionalAccess.StorageKeyParts"] =
            "joins the parts of a key by exclusive or, byte by byte",
        ["CryptoLessons.ExceptionalAccess.SecretChatKey"] =
            "derives itself from the agreement by HKDF, a function outside Protocol, and copies itself",
        ["CryptoLessons.ExceptionalAccess.SeizedPhone.SecurityChip"] =
            "hashes a code with the chip's secret by HMAC, and the key that follows, to know it again",
        ["CryptoLessons.ExceptionalAccess.Franking.FrankedContent"] =
            "puts the opening key into the message and keys the commitment's HMAC with it",
        ["CryptoLessons.ExceptionalAccess.Franking.FrankingProvider"] =
            "keys the HMAC of a tag",
        ["CryptoLessons.ExceptionalAccess.AnamorphicKey"] =
            "keys the HMAC that says what byte a public key stands for",
        ["CryptoLessons.ExceptionalAccess.NonceKey"] =
            "keys the HMAC that masks a nonce, and copies itself",
        ["CryptoLessons.ExceptionalAccess.DerivedNonce"] =
            "derives the nonce from the message key by HKDF, a function outside Protocol",
        ["CryptoLessons.ExceptionalAccess.WeakKeys.ShortKey"] =
            "takes a few bits of a hash of the message key: the weakness that is its whole point",
        ["CryptoLessons.Illustrations.CallLog"] =
            "writes down what functions gave back in a dialogue whose keys are made to be printed",
        ["CryptoLessons.Illustrations.KeySchedule"] =
            "shows agreements byte by byte, in programs that readers run themselves",
        ["CryptoLessons.Recordings.LeakedKey"] =
            "writes the authority's private key to a file: that it leaks is what is played",
    };

    [Test]
    public void OnlyTheListedTypesRevealASecret() =>
        Assert.That(House.Storeys.SelectMany(storey => IlScan.TypesThatMention(House.Built(storey), HazmatName)), Is.EquivalentTo(Callers.Keys));

    [Test]
    public void EveryCallerHasAReason() => Assert.That(Callers.Values, Has.All.Length.GreaterThan(20));

    [Test]
    public void TheScanSeesACallInAMethodInALambdaAndAsADelegate() =>
        Assert.That(IlScan.TypesThatMention(House.Built(House.Tests), HazmatName),
            Is.SupersetOf((string[])[typeof(CallerInAMethod).FullName!, typeof(CallerInALambda).FullName!, typeof(CallerByDelegate).FullName!]));

    [Test]
    public void TheScanDoesNotSeeWhatIsNotThere() =>
        Assert.That(IlScan.TypesThatMention(House.Built(House.Tests), HazmatName), Has.None.EqualTo(typeof(DependencyTests).FullName));
}

internal static class CallerInAMethod
{
    public static byte[] Open(MessageKey key) => Hazmat.Reveal(key);
}

internal static class CallerInALambda
{
    public static Func<byte[]> Open(MessageKey key) => () => [.. Hazmat.Reveal(key)];
}

internal static class CallerByDelegate
{
    public static Func<Secret, byte[]> Door => Hazmat.Reveal;
}
