using System.Security.Cryptography;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;
using NUnit.Framework;

namespace CryptoLessons.Tests.ExceptionalAccess;

/// <summary>Many at once give what one at a time gives, whatever stands beside what.</summary>
[TestFixture]
internal sealed class BulkOpeningTests
{
    private static readonly byte[][] LowOrder =
    [
        new byte[32],
        [1, .. new byte[31]],
        Convert.FromHexString("E0EB7A7C3B41B8AE1656E3FAF19FC46ADA098DEB9C32B1FD866205165F49B800"),
    ];

    private Random random = null!;
    private DhKeyPair authority = null!;
    private DhKeyPair foreign = null!;

    [SetUp]
    public void Found()
    {
        random = PrintedSeed.NewRandom();
        (authority, foreign) = (Pair(), Pair());
    }

    [Test]
    public void EveryMessageOfARandomMixtureIsOpenedAsByItself()
    {
        InterceptedMessage?[] messages = [.. Enumerable.Range(0, 700).Select(_ => Any())];
        OpenedMessage[] opened = new OpenedMessage[messages.Length];
        var bulk = new BulkOpening(authority);
        var seen = new HashSet<(Outcome, bool)>();
        // The same object again: nothing of a batch is left for the next.
        for (int at = 0; at < messages.Length; at += 200)
            bulk.Open(messages.AsSpan(at, Math.Min(200, messages.Length - at)), opened.AsSpan(at, Math.Min(200, messages.Length - at)));
        for (int i = 0; i < messages.Length; i++)
        {
            Outcome outcome = messages[i] is { } message ? message.Open(authority, out byte[] plaintext) : None(out plaintext);
            bool authenticated = outcome == Outcome.Opened && MessageKeyEscrow.Open(messages[i]!.Ciphertext.Span, authority) is not null;
            Assert.That((opened[i].Outcome, opened[i].Authenticated), Is.EqualTo((outcome, authenticated)), $"message {i}");
            Assert.That(opened[i].Plaintext.ToArray(), Is.EqualTo(plaintext), $"message {i}");
            seen.Add((outcome, authenticated));
        }
        Assert.That(seen, Is.EquivalentTo(((Outcome, bool)[])
            [(Outcome.Opened, true), (Outcome.Opened, false), (Outcome.NoKey, false), (Outcome.WrongKey, false), (Outcome.NotAMessage, false)]));
    }

    [Test]
    public void NothingIsNothing() => Assert.That(() => new BulkOpening(authority).Open([], []), Throws.Nothing);

    [Test]
    public void AsManyResultsAsMessagesAreNeeded() =>
        Assert.That(() => new BulkOpening(authority).Open([null], []), Throws.ArgumentException);

    [Test]
    public void AMessageWithThousandsOfFieldsIsOpenedToo()
    {
        byte[] mine = SealedKey.Seal(new byte[32], authority.Public, Stream());
        InterceptedMessage? message = Message([.. Enumerable.Repeat(mine, 1000)], Own.MessageKey);
        var opened = new OpenedMessage[1];
        new BulkOpening(authority).Open([message], opened);
        Assert.That((opened[0].Outcome, opened[0].Authenticated), Is.EqualTo((Outcome.Opened, true)));
    }

    [Test]
    public void AContentKeyWhosePaddingDoesNotFitIsWrong()
    {
        // The field's key is a content key of nobody's: one in 256 fits by chance.
        byte[] others = SealedKey.Seal(random.NextBytes(ContentKey.Size), authority.Public, Stream());
        InterceptedMessage?[] messages = [.. Enumerable.Range(0, 20).Select(_ => Message([others], Own.Nothing))];
        var opened = new OpenedMessage[messages.Length];
        new BulkOpening(authority).Open(messages, opened);
        Assert.That(opened.Count(one => one.Outcome == Outcome.WrongKey), Is.GreaterThan(10));
    }

    [Test]
    public void AKeyThatAnybodyCouldHaveSealedUnderALowOrderPointIsNotOpened()
    {
        foreach (byte[] ephemeral in LowOrder)
        {
            // Whoever chose the point knows the agreement without any private key: it is all zero.
            byte[] okm = HKDF.DeriveKey(
                HashAlgorithmName.SHA256, new byte[32], 44, salt: [], [.. "CryptoLessons SealedKey"u8, .. ephemeral, .. authority.Public.U]);
            byte[] wrapped = new byte[Secret.Size], tag = new byte[16];
            using var gcm = new AesGcm(okm[..32], tag.Length);
            gcm.Encrypt(okm[32..], new byte[Secret.Size], wrapped, tag);
            InterceptedMessage? message = Message([[.. ephemeral, .. wrapped, .. tag]], Own.Nothing);
            var opened = new OpenedMessage[1];
            new BulkOpening(authority).Open([message], opened);
            Assert.That(opened[0].Outcome, Is.EqualTo(Outcome.NoKey));
            Assert.That(message!.Open(authority, out _), Is.EqualTo(Outcome.NoKey));
        }
    }

    private InterceptedMessage? Any()
    {
        switch (random.Next(10))
        {
            case 0: return null;
            case 1: return Message([], Own.Nothing);
            default:
                byte[][] fields = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Field())];
                return Message(fields, (Own)random.Next(4), damaged: random.Next(4) == 0);
        }
    }

    /// <summary>A field's value: good, somebody else's, of the other kind, of low order, damaged, cut, or garbage.</summary>
    private byte[] Field()
    {
        byte[] key = random.NextBytes(random.Next(2) == 0 ? Secret.Size : ContentKey.Size);
        byte[] value = SealedKey.Seal(key, random.Next(4) == 0 ? foreign.Public : authority.Public, Stream());
        switch (random.Next(6))
        {
            case 0: LowOrder[random.Next(LowOrder.Length)].CopyTo(value, 0); break;
            case 1: value[random.Next(value.Length)] ^= (byte)(1 << random.Next(8)); break;
            case 2: return value[..random.Next(value.Length)];
            case 3: return random.NextBytes(value.Length);
            default: break;
        }
        return value;
    }

    /// <summary>A message with fields behind its ciphertext and, behind those, its own key or content key.</summary>
    private InterceptedMessage? Message(byte[][] fields, Own own, bool damaged = false)
    {
        using var mk = new MessageKey(random.NextBytes(Secret.Size));
        using DhKeyPair sender = Pair(), recipient = Pair(), ratchet = Pair();
        var functions = new SignalFunctions(Stream());
        RatchetFunctions suite = own switch
        {
            Own.MessageKey => new MessageKeyEscrow(functions, authority.Public, Stream()),
            Own.ContentKey => new ContentKeyEscrow(functions, authority.Public, Stream()),
            Own.Spoiled => new MessageKeyEscrow(functions, authority.Public, Stream()),
            _ => functions,
        };
        RatchetHeader header = functions.Header(ratchet.Public, 0, (uint)random.Next(1000));
        byte[] more = fields.Aggregate(new WireWriter(), (writer, field) => writer.Bytes(EscrowField.Number, field)).ToArray();
        AssociatedData ad = functions.Concat([.. sender.Public.Serialize(), .. recipient.Public.Serialize()], header).Append(more);
        byte[] bytes = suite.Encrypt(mk, random.NextBytes(random.Next(10) == 0 ? random.Next(9000) : random.Next(400)), ad);
        if (own == Own.Spoiled)
            bytes[^random.Next(1, 9)] ^= 4;
        if (damaged)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        var envelope = new Envelope("Alice", "Bob", DateTimeOffset.UnixEpoch, new(CiphertextType.Plain, bytes));
        return InterceptedMessage.Parse(envelope, sender.Public, recipient.Public);
    }

    private DhKeyPair Pair() => DhKeyPair.FromPrivate(random.NextBytes(Secret.Size));

    private SeededRandom Stream() => new(random.NextInt64());

    private static Outcome None(out byte[] plaintext)
    {
        plaintext = [];
        return Outcome.NotAMessage;
    }

    /// <summary>What the sender put into a message of its own accord.</summary>
    private enum Own
    {
        Nothing,
        MessageKey,
        ContentKey,

        /// <summary>The message key, under a MAC that is wrong.</summary>
        Spoiled,
    }
}
