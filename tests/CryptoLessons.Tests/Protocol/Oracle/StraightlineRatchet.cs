// Frozen: an independent witness. Do not refactor.
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc7748;

namespace CryptoLessons.Tests.Protocol;

/// <summary>The Double Ratchet of Signal's messages (version 3), written straight down from the specification.</summary>
/// <remarks>
/// It shares nothing with the library: the agreement X25519 is BouncyCastle's, and the wire is written and read by hand.
/// It reads the fields in the order in which Signal writes them and refuses every other, which no genuine message notices.
/// </remarks>
internal sealed class StraightlineRatchet(Func<byte[]> newPrivateKey, long forwardJump = 25_000, int skippedSeeds = 2_000, int receivingChains = 5)
{
    private readonly List<Chain> chains = [];
    private byte[] rootKey = [];
    private byte[] ownPrivate = [];
    private byte[] sendKey = [];
    private uint sendIndex;
    private uint previousCounter;

    private sealed record Chain(byte[] TheirKey)
    {
        public byte[] Key = [];
        public uint Index;
        public List<(uint Index, byte[] Seed)> Skipped = [];
    }

    /// <summary>Alice, after the handshake: a sending chain of her own, and a receiving chain for Bob's signed prekey.</summary>
    public StraightlineRatchet Initiate(byte[] rootKey0, byte[] chainKey0, byte[] theirSignedPreKey)
    {
        ownPrivate = newPrivateKey();
        (rootKey, sendKey) = RootKdf(rootKey0, Dh(ownPrivate, theirSignedPreKey)!);
        chains.Add(new(theirSignedPreKey) { Key = chainKey0 });
        return this;
    }

    /// <summary>Bob, after the handshake: the signed prekey is his first ratchet key.</summary>
    public StraightlineRatchet Accept(byte[] rootKey0, byte[] chainKey0, byte[] signedPreKeyPrivate)
    {
        (rootKey, sendKey, ownPrivate) = (rootKey0, chainKey0, signedPreKeyPrivate);
        return this;
    }

    /// <summary>version || 1: ratchet key || 2: counter || 3: previous counter || 4: ciphertext || mac.</summary>
    public byte[] Encrypt(byte[] plaintext, byte[] identityKeys)
    {
        byte[] keys = MessageKeys(Hmac(sendKey, [1]));
        using var aes = Aes.Create();
        aes.Key = keys[..32];
        byte[] body = aes.EncryptCbc(plaintext, keys[64..80], PaddingMode.PKCS7);
        byte[] ratchetKey = new byte[32];
        X25519.ScalarMultBase(ownPrivate, 0, ratchetKey, 0);
        byte[] message =
        [
            0x33, 0x0A, 33, 5, .. ratchetKey, 0x10, .. Varint(sendIndex), 0x18, .. Varint(previousCounter),
            0x22, .. Varint((uint)body.Length), .. body,
        ];
        sendKey = Hmac(sendKey, [2]);
        sendIndex++;
        return [.. message, .. Hmac(keys[32..64], [.. identityKeys, .. message])[..8]];
    }

    /// <summary>The plaintext; null, and nothing changed, when the message is refused.</summary>
    public byte[]? Decrypt(byte[] message, byte[] identityKeys)
    {
        if (!TryRead(message, out byte[] theirKey, out uint counter, out byte[] body))
            return null;
        Chain? known = chains.Find(chain => chain.TheirKey.SequenceEqual(theirKey));
        byte[] newRoot = rootKey;
        Chain chain = known ?? new(theirKey);
        byte[] key = chain.Key;
        if (known is null)
        {
            if (Dh(ownPrivate, theirKey) is not { } shared)
                return null;
            (newRoot, key) = RootKdf(rootKey, shared);
        }
        uint index = chain.Index;
        List<(uint Index, byte[] Seed)> skipped = [.. chain.Skipped];
        byte[] seed;
        if (index > counter)
        {
            int place = skipped.FindIndex(slot => slot.Index == counter);
            if (place < 0)
                return null;
            seed = skipped[place].Seed;
            skipped.RemoveAt(place);
        }
        else
        {
            if (counter - index > forwardJump)
                return null;
            for (; index < counter; index++, key = Hmac(key, [2]))
                skipped.Add((index, Hmac(key, [1])));
            if (skipped.Count > skippedSeeds)
                skipped.RemoveRange(0, skipped.Count - skippedSeeds);
            seed = Hmac(key, [1]);
            key = Hmac(key, [2]);
            index++;
        }
        byte[] keys = MessageKeys(seed);
        byte[] mac = Hmac(keys[32..64], [.. identityKeys, .. message[..^8]]);
        if (!mac.AsSpan(0, 8).SequenceEqual(message.AsSpan()[^8..]))
            return null;
        using var aes = Aes.Create();
        aes.Key = keys[..32];
        byte[] plaintext = aes.DecryptCbc(body, keys[64..80], PaddingMode.PKCS7);

        (chain.Key, chain.Index, chain.Skipped) = (key, index, skipped);
        if (known is null)
        {
            ownPrivate = newPrivateKey();
            (rootKey, sendKey) = RootKdf(newRoot, Dh(ownPrivate, theirKey)!);
            previousCounter = sendIndex == 0 ? 0 : sendIndex - 1;
            sendIndex = 0;
            chains.Add(chain);
            if (chains.Count > receivingChains)
                chains.RemoveAt(0);
        }
        return plaintext;
    }

    private static bool TryRead(byte[] message, out byte[] theirKey, out uint counter, out byte[] body)
    {
        (theirKey, counter, body) = ([], 0, []);
        if (message.Length < 9 || message[0] >> 4 != 3)
            return false;
        byte[] fields = message[..^8];
        int at = 1;
        if (!Tag(0x0A) || !Number(out uint length) || length != 33 || fields.Length - at < 33 || fields[at] != 5)
            return false;
        theirKey = fields[(at + 1)..(at += 33)];
        if (!Tag(0x10) || !Number(out counter) || !Tag(0x18) || !Number(out _) || !Tag(0x22) || !Number(out length) || fields.Length - at < length)
            return false;
        // Whatever stands behind field 4 is under the MAC and says nothing to this reader.
        body = fields[at..(at + (int)length)];
        return true;

        bool Tag(byte tag) => at < fields.Length && fields[at++] == tag;

        bool Number(out uint value)
        {
            value = 0;
            for (int shift = 0; shift < 35 && at < fields.Length; shift += 7)
            {
                value |= (uint)(fields[at] & 0x7F) << shift;
                if (fields[at++] < 0x80)
                    return true;
            }
            return false;
        }
    }

    private static byte[] Varint(uint value) => value < 0x80 ? [(byte)value] : [(byte)(value | 0x80), .. Varint(value >> 7)];

    private static byte[]? Dh(byte[] own, byte[] their)
    {
        byte[] shared = new byte[32];
        return X25519.CalculateAgreement(own, 0, their, 0, shared, 0) ? shared : null;
    }

    private static (byte[] RootKey, byte[] ChainKey) RootKdf(byte[] rootKey, byte[] shared) =>
        Hkdf(rootKey, shared, "WhisperRatchet", 64) is var okm ? (okm[..32], okm[32..]) : default;

    private static byte[] MessageKeys(byte[] seed) => Hkdf(new byte[32], seed, "WhisperMessageKeys", 80);

    private static byte[] Hmac(byte[] key, byte[] data) => HMACSHA256.HashData(key, data);

    private static byte[] Hkdf(byte[] salt, byte[] ikm, string info, int length)
    {
        byte[] prk = Hmac(salt, ikm), block = [], okm = [];
        for (byte i = 1; okm.Length < length; i++)
            okm = [.. okm, .. block = Hmac(prk, [.. block, .. Encoding.ASCII.GetBytes(info), i])];
        return okm[..length];
    }
}
