using System.Security.Cryptography;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Messages of a peer that holds the right keys and puts the bytes together as it pleases.</summary>
internal static class HandWritten
{
    /// <summary>The sender's next message, encrypted with <paramref name="padding"/>; the MAC is over whatever <paramref name="write"/>
    /// returns.</summary>
    public static byte[] Message(RatchetParty sender, byte[] plaintext, PaddingMode padding, Func<SignalMessageParts, byte[]> write)
    {
        var (header, seed) = sender.Ratchet.SendKey();
        using MessageKey mk = sender.Functions.KdfHybrid(seed);
        seed.Dispose();
        using var keys = new MessageKeys(mk, stackalloc byte[MessageKeys.Size]);
        using var aes = Aes.Create();
        aes.SetKey(keys.CipherKey);
        byte[] body = aes.EncryptCbc(plaintext, keys.Iv, padding);
        byte[] unsigned = write(new(0x33, header.Dh.Serialize(), header.N, header.Pn, body, []));
        return [.. unsigned, .. HMACSHA256.HashData(keys.MacKey, (ReadOnlySpan<byte>)[.. sender.SendingAd, .. unsigned])[..8]];
    }

    public static byte[] Message(RatchetParty sender, string text, Func<SignalMessageParts, byte[]> write) =>
        Message(sender, System.Text.Encoding.UTF8.GetBytes(text), PaddingMode.PKCS7, write);
}
