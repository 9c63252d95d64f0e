using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Tests.WeakKeys;

/// <summary>One message of Alice's to Bob under some suite, with a message key that the test knows.</summary>
internal sealed class WeakMessage : IDisposable
{
    public static readonly byte[] Text = "the bridge at eight"u8.ToArray();

    private static readonly DateTimeOffset Sent = new(2017, 3, 22, 14, 40, 0, TimeSpan.Zero);

    private readonly byte[] identities;
    private readonly Envelope envelope;
    private readonly DhPublicKey recipient;

    /// <param name="random">Where all keys of this message come from.</param>
    /// <param name="sender">Alice's suite.</param>
    /// <param name="n">Index in the chain.</param>
    public WeakMessage(RandomSource random, RatchetFunctions sender, uint n = 0)
    {
        byte[] key = new byte[Secret.Size];
        random.Fill(key);
        Key = new(key);
        using DhKeyPair alice = DhKeyPair.Generate(random), bob = DhKeyPair.Generate(random), ratchet = DhKeyPair.Generate(random);
        identities = [.. alice.Public.Serialize(), .. bob.Public.Serialize()];
        Bytes = sender.Encrypt(Key, Text, sender.Concat(identities, sender.Header(ratchet.Public, 0, n)));
        envelope = new("Alice", "Bob", Sent, new(CiphertextType.Plain, Bytes));
        Intercepted = As(alice.Public, recipient = bob.Public);
    }

    /// <summary>The key of its slot.</summary>
    public MessageKey Key { get; }

    public byte[] Bytes { get; }

    public InterceptedMessage Intercepted { get; }

    /// <summary>What Bob's phone makes of it, or of other bytes in its place.</summary>
    public byte[]? Received(RatchetFunctions receiver, byte[]? instead = null) =>
        receiver.Parse(instead ?? Bytes, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext) == DecryptFailure.None
            ? receiver.Decrypt(Key, ciphertext.Span, receiver.Concat(identities, header))
            : null;

    /// <summary>As somebody sees it to whom the directory names another sender.</summary>
    public InterceptedMessage From(DhPublicKey sender) => As(sender, recipient);

    private InterceptedMessage As(DhPublicKey sender, DhPublicKey recipient) => InterceptedMessage.Parse(envelope, sender, recipient)!;

    public void Dispose() => Key.Dispose();
}
