using System.Text;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The key between one phone and its provider: what a tap on the wire cannot read, and what the provider reads by design.</summary>
/// <remarks>
/// It lives as long as the phone's login, as the authorization keys of Telegram's MTProto do, so that whoever copies it reads
/// everything recorded before and after. (A web client that agrees on a new key for each connection would lose less on the phone, and the
/// same on the server.) Each message: one marker byte, then AES-256-GCM with a random nonce; sender and addressee are authenticated.
/// </remarks>
/// <param name="bytes">32 bytes.</param>
public sealed class ChannelKey(ReadOnlySpan<byte> bytes) : Secret(bytes)
{
    /// <summary>The first byte of what it seals. Its high half is no version of Signal's protocol.</summary>
    public const byte Marker = 0x54;

    /// <summary>A fresh key.</summary>
    public static ChannelKey Generate(RandomSource random) => Draw(random, bytes => new ChannelKey(bytes));

    /// <summary>A copy that is wiped on its own.</summary>
    public ChannelKey Copy() => new(Hazmat.Reveal(this));

    /// <summary>A message on the leg between phone and provider.</summary>
    /// <param name="from">Who sends.</param>
    /// <param name="to">Whom this leg leads to.</param>
    /// <param name="content">The content.</param>
    /// <param name="random">Where the nonce comes from.</param>
    public byte[] Seal(string from, string to, ReadOnlySpan<byte> content, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return [Marker, .. NoncedGcm.Seal(this, content, Names(from, to), random)];
    }

    /// <summary>Opens a message of this leg.</summary>
    /// <returns>Null when it is none, or was changed on the way.</returns>
    public byte[]? Open(string from, string to, ReadOnlySpan<byte> message) =>
        message is [Marker, .. var sealedBytes] ? NoncedGcm.Open(this, sealedBytes, Names(from, to)) : null;

    private static byte[] Names(string from, string to) =>
        new WireWriter().Bytes(1, Encoding.UTF8.GetBytes(from)).Bytes(2, Encoding.UTF8.GetBytes(to)).ToArray();
}
