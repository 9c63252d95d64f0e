using System.Text;
using CryptoLessons.Notebooks.Jupyter;
using CryptoLessons.Notebooks.Jupyter.Zmtp;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Jupyter;

public class SignatureTests
{
    private static readonly byte[] Key = [.. "a key"u8];
    private static readonly byte[][] Parts = [[.. """{"msg_type":"kernel_info_request"}"""u8], [.. "{}"u8], [.. "{}"u8], [.. "{}"u8]];

    [Test]
    public void IsTheHmacOfThePartsOneAfterTheOther() =>
        // RFC 4231, test case 2.
        Assert.That(
            MessageSignature.Of("Jefe"u8, [[.. "what do "u8], [.. "ya want "u8], [], [.. "for nothing?"u8]]),
            Is.EqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"u8.ToArray()));

    [Test]
    public void ASignedMessageIsTaken() => Assert.That(Taken(Message(Signature())), Is.True);

    [Test]
    public void RejectsEveryFlippedBit()
    {
        for (int bit = 0; bit < 8 * Signature().Length; bit++)
        {
            byte[] flipped = Signature();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(Taken(Message(flipped)), Is.False, $"bit {bit}");
        }
    }

    [Test]
    public void RejectsEveryFlippedBitOfEveryPart()
    {
        for (int part = 0; part < Parts.Length; part++)
            for (int bit = 0; bit < 8 * Parts[part].Length; bit++)
            {
                byte[][] message = [.. Message(Signature()).Select(frame => (byte[])frame.Clone())];
                message[2 + part][bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.That(Taken(message), Is.False, $"part {part}, bit {bit}");
            }
    }

    [Test]
    public void RejectsNoSignatureAShortOneAndAnotherKeys()
    {
        Assert.That(Taken(Message([])), Is.False);
        Assert.That(Taken(Message(Signature()[..63])), Is.False);
        Assert.That(Taken(Message(MessageSignature.Of("another key"u8, Parts))), Is.False);
    }

    [Test]
    public void RejectsAMessageThatWasTakenBefore()
    {
        Session session = NewSession();
        using var nobody = new Connection(Stream.Null);
        Assert.That(session.Read(nobody, Message(Signature())), Is.Not.Null);
        Assert.That(session.Read(nobody, Message(Signature())), Is.Null);
        Assert.That(session.Read(nobody, [[1], .. Message(Signature())]), Is.Null, "by another way");
    }

    [Test]
    public void KeepsTheWayBack()
    {
        using var nobody = new Connection(Stream.Null);
        Request request = NewSession().Read(nobody, [[1], [2, 3], .. Message(Signature())])!;
        Assert.That(request.Route, Is.EqualTo((byte[][])[[1], [2, 3]]));
        Assert.That(request.Type, Is.EqualTo("kernel_info_request"));
    }

    [TestCase("")]
    [TestCase("7")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"msg_type":7}""")]
    [TestCase("""{"msg_type":null}""")]
    [TestCase("""{"msg_type":"\ud800"}""")]
    [TestCase("{")]
    public void RejectsASignedHeaderThatIsNone(string header) =>
        Assert.That(Taken(Signed([[.. Encoding.UTF8.GetBytes(header)], .. Parts[1..]])), Is.False);

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{"code":null}""")]
    [TestCase("""{"code":7}""")]
    [TestCase("""{"code":"\ud800"}""")]
    [TestCase("""{"silent":"yes"}""")]
    public void AContentThatIsNotAsTheProtocolSaysIsNull(string content)
    {
        using var nobody = new Connection(Stream.Null);
        Request? request = NewSession().Read(nobody, Signed([.. Parts[..3], Encoding.UTF8.GetBytes(content)]));
        Assert.That(request, Is.Not.Null);
        Assert.That(request!.Content, Is.Null);
    }

    [Test]
    public void RejectsFewerPartsThanAMessageHas()
    {
        byte[][] message = Message(Signature());
        for (int count = 0; count < message.Length; count++)
            Assert.That(Taken(message[..count]), Is.False, $"{count} frames");
    }

    [Test]
    public void ForgetsTheOldestSignatureWhenItHasTooMany()
    {
        var seen = new SeenSignatures();
        for (int i = 0; i < SeenSignatures.Most; i++)
            Assert.That(seen.Add(Numbered(i)));
        Assert.That(seen.Add(Numbered(0)), Is.False, "it is still known");
        Assert.That(seen.Add(Numbered(SeenSignatures.Most)));
        Assert.That(seen.Add(Numbered(0)), "it is forgotten");
        Assert.That(seen.Add(Numbered(2)), Is.False, "only one is forgotten for each that comes");
    }

    private static byte[] Numbered(int number) => Encoding.ASCII.GetBytes($"{number}");

    private static byte[] Signature() => MessageSignature.Of(Key, Parts);

    private static byte[][] Message(byte[] signature) => [[.. "<IDS|MSG>"u8], signature, .. Parts];

    private static byte[][] Signed(byte[][] parts) => [[.. "<IDS|MSG>"u8], MessageSignature.Of(Key, parts), .. parts];

    private static bool Taken(byte[][] message)
    {
        using var nobody = new Connection(Stream.Null);
        return NewSession().Read(nobody, message) is not null;
    }

    private static Session NewSession() => new(Key, new SeededRandom(1), TimeProvider.System);
}
