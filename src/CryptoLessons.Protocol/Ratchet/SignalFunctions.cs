using System.Buffers;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The functions with which Signal runs the Double Ratchet, byte for byte.</summary>
/// <remarks>
/// X25519; HKDF-SHA-256 under the labels <c>WhisperRatchet</c> and <c>WhisperMessageKeys</c>; HMAC-SHA-256 with the single bytes
/// 01 and 02; AES-256-CBC with PKCS #7 padding, and the first 8 bytes of HMAC-SHA-256 over identity keys, header and ciphertext.
/// The paper recommends the same shape (Double Ratchet rev 1, 5.2 Recommended cryptographic algorithms); the labels are Signal's own.
/// </remarks>
/// <param name="random">Where ratchet keys come from.</param>
/// <param name="version">The version byte of messages, one of <see cref="MessageVersion"/>'s; version 3 when left out.</param>
public sealed class SignalFunctions(RandomSource random, byte version = MessageVersion.X3dh) : RatchetFunctions
{
    private const int RatchetOutputSize = RootAndChain * Secret.Size;
    private const int RootAndChain = 2;

    /// <summary>The version byte of messages.</summary>
    public byte Version => version;

    /// <inheritdoc/>
    public override DhKeyPair GenerateDh() => DhKeyPair.Generate(random);

    /// <inheritdoc/>
    public override SharedSecret? Dh(DhKeyPair own, DhPublicKey their)
    {
        ArgumentNullException.ThrowIfNull(own);
        return X25519.Agree(own.Private, their);
    }

    /// <summary>HKDF(salt = rk, ikm = dhOut, "WhisperRatchet", 64): the next root key and a chain key.</summary>
    public override (RootKey RK, ChainKey CK) KdfRk(RootKey rk, SharedSecret dhOut)
    {
        ArgumentNullException.ThrowIfNull(rk);
        ArgumentNullException.ThrowIfNull(dhOut);
        Span<byte> prk = stackalloc byte[Secret.Size], okm = stackalloc byte[RatchetOutputSize];
        HmacSha256.Compute(rk.Bytes, dhOut.Bytes, 1, prk);
        HKDF.Expand(HashAlgorithmName.SHA256, prk, okm, "WhisperRatchet"u8);
        (RootKey, ChainKey) keys = (new(okm[..Secret.Size]), new(okm[Secret.Size..]));
        CryptographicOperations.ZeroMemory(prk);
        CryptographicOperations.ZeroMemory(okm);
        return keys;
    }

    /// <summary>HMAC(ck, 02) is the next chain key, HMAC(ck, 01) the message seed.</summary>
    public override (ChainKey CK, MessageSeed Seed) KdfCk(ChainKey ck) => Step(ck);

    /// <summary>The step of every chain of Signal's, those of groups included.</summary>
    internal static (ChainKey CK, MessageSeed Seed) Step(ChainKey ck)
    {
        ArgumentNullException.ThrowIfNull(ck);
        Span<byte> output = stackalloc byte[Secret.Size];
        var hmac = new Hmac<OneWord>(ck.Bytes, 1);
        hmac.Compute([0x01], output);
        var seed = new MessageSeed(output);
        hmac.Compute([0x02], output);
        var next = new ChainKey(output);
        CryptographicOperations.ZeroMemory(output);
        return (next, seed);
    }

    /// <summary>HKDF-Extract(salt = pq, ikm = ec), 32 bytes; without a second ratchet the salt is 32 zero bytes (RFC 5869 §2.2).</summary>
    public override MessageKey KdfHybrid(MessageSeed ec, SpqrMessageKey? pq = null)
    {
        ArgumentNullException.ThrowIfNull(ec);
        Span<byte> prk = stackalloc byte[Secret.Size];
        HmacSha256.Compute(pq is null ? [] : pq.Bytes, ec.Bytes, 1, prk);
        var mk = new MessageKey(prk);
        CryptographicOperations.ZeroMemory(prk);
        return mk;
    }

    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        ArgumentNullException.ThrowIfNull(mk);
        using var keys = new MessageKeys(mk, stackalloc byte[MessageKeys.Size]);
        int ciphertextSize = checked((int)AesCbc.CiphertextSize(plaintext.Length));
        int fieldSize = SpanWriter.SizeOfBytes(SignalMessage.Ciphertext, ciphertextSize);
        byte[] message = new byte[ad.Header.Length + fieldSize + ad.Trailing.Length + SignalMessage.MacSize];
        var writer = new SpanWriter(message);
        writer.Raw(ad.Header);
        AesCbc.Encrypt(keys.CipherKey, keys.Iv, plaintext, writer.Bytes(SignalMessage.Ciphertext, ciphertextSize));
        writer.Raw(ad.Trailing);
        writer.Raw(Mac(keys, ad.Session, writer.Written, [], stackalloc byte[HMACSHA256.HashSizeInBytes]));
        return message;
    }

    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad)
    {
        ArgumentNullException.ThrowIfNull(mk);
        if (ciphertext.Length < SignalMessage.MacSize)
            return null;
        using var keys = new MessageKeys(mk, stackalloc byte[MessageKeys.Size]);
        ReadOnlySpan<byte> fields = ciphertext[..^SignalMessage.MacSize];
        ReadOnlySpan<byte> mac = Mac(keys, ad.Session, ad.Header, fields, stackalloc byte[HMACSHA256.HashSizeInBytes]);
        if (!CryptographicOperations.FixedTimeEquals(mac, ciphertext[^SignalMessage.MacSize..]))
            return null;
        // Padding that does not fit, behind a MAC that did, is a hostile sender's work and no different to the caller.
        return SignalMessage.TryFind(fields, SignalMessage.Ciphertext, out ReadOnlySpan<byte> body)
            ? AesCbc.Decrypt(keys.CipherKey, keys.Iv, body)
            : null;
    }

    /// <summary>The header of a Signal message. Safe because nobody reads it: Signal's library writes the index of the last message
    /// of the previous chain where the paper has their number, and a genuine receiver uses neither.</summary>
    public override RatchetHeader Header(DhPublicKey dh, uint pn, uint n)
    {
        ArgumentNullException.ThrowIfNull(dh);
        uint previousCounter = pn == 0 ? 0 : pn - 1;
        return new(dh, previousCounter, n, SignalMessage.HeaderBytes(version, dh, previousCounter, n));
    }

    /// <inheritdoc/>
    public override AssociatedData Concat(ReadOnlySpan<byte> ad, RatchetHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new(ad, header.Bytes.Span);
    }

    /// <inheritdoc/>
    public override DecryptFailure Parse(ReadOnlyMemory<byte> message, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext)
    {
        (header, ciphertext) = (null!, default);
        return MessageVersion.Check(message.Span, version) is var other and not DecryptFailure.None
            ? other
            : SignalMessage.Parse(message, out header, out ciphertext);
    }

    /// <summary>The MAC of a message, for a variant that encrypts in another way and authenticates as Signal does.</summary>
    /// <param name="mk">The message key, to one part of which the MAC key expands.</param>
    /// <param name="ad">What both ends know, and the header.</param>
    /// <param name="fields">All that stands between header and MAC.</param>
    /// <returns>8 bytes.</returns>
    public static byte[] Authenticate(MessageKey mk, AssociatedData ad, ReadOnlySpan<byte> fields)
    {
        ArgumentNullException.ThrowIfNull(mk);
        using var keys = new MessageKeys(mk, stackalloc byte[MessageKeys.Size]);
        return Mac(keys, ad.Session, ad.Header, fields, stackalloc byte[HMACSHA256.HashSizeInBytes]).ToArray();
    }

    /// <summary>The first 8 bytes of HMAC-SHA-256 over three pieces.</summary>
    private static ReadOnlySpan<byte> Mac(
        MessageKeys keys, ReadOnlySpan<byte> session, ReadOnlySpan<byte> header, ReadOnlySpan<byte> fields, Span<byte> mac)
    {
        // The platform is quick with bytes that lie together, and slow with pieces.
        int size = session.Length + header.Length + fields.Length;
        byte[] covered = ArrayPool<byte>.Shared.Rent(size);
        session.CopyTo(covered);
        header.CopyTo(covered.AsSpan(session.Length));
        fields.CopyTo(covered.AsSpan(session.Length + header.Length));
        HMACSHA256.HashData(keys.MacKey, covered.AsSpan(0, size), mac);
        ArrayPool<byte>.Shared.Return(covered);
        return mac[..SignalMessage.MacSize];
    }
}
