using Google.Protobuf;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc7748;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Sealed sender version 1, written straight down from the specification with BouncyCastle and Google's protobuf library.</summary>
internal static class StraightlineSealedSender
{
    public static byte[] Encrypt(byte[] content, byte[] senderPrivate, byte[] recipientPublic, byte[] ephemeralPrivate)
    {
        byte[] ephemeral = [5, .. PublicKey(ephemeralPrivate)];
        byte[] outer = Derive([.. "UnidentifiedDelivery"u8, 5, .. recipientPublic, .. ephemeral], ephemeralPrivate, recipientPublic);
        byte[] encryptedStatic = Seal(outer, [5, .. PublicKey(senderPrivate)]);
        byte[] inner = Derive([.. outer[..32], .. encryptedStatic], senderPrivate, recipientPublic);
        byte[] fields = SignalMessageParts.Write(output =>
        {
            foreach (var (number, value) in new[] { (1, ephemeral), (2, encryptedStatic), (3, Seal(inner, content)) })
            {
                output.WriteTag(number, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(ByteString.CopyFrom(value));
            }
        });
        return [0x11, .. fields];
    }

    public static byte[] PublicKey(byte[] privateKey)
    {
        byte[] u = new byte[32];
        X25519.ScalarMultBase(privateKey, 0, u, 0);
        return u;
    }

    private static byte[] Derive(byte[] salt, byte[] privateKey, byte[] publicKey)
    {
        byte[] agreement = new byte[32], okm = new byte[96];
        X25519.ScalarMult(privateKey, 0, publicKey, 0, agreement, 0);
        var hkdf = new HkdfBytesGenerator(new Sha256Digest());
        hkdf.Init(new HkdfParameters(agreement, salt, []));
        hkdf.GenerateBytes(okm, 0, okm.Length);
        return okm;
    }

    private static byte[] Seal(byte[] keys, byte[] plaintext)
    {
        var cipher = new SicBlockCipher(new AesEngine());
        cipher.Init(true, new ParametersWithIV(new KeyParameter(keys, 32, 32), new byte[16]));
        byte[] padded = [.. plaintext, .. new byte[16]], ciphertext = new byte[padded.Length];
        for (int at = 0; at + 16 <= padded.Length; at += 16)
            cipher.ProcessBlock(padded, at, ciphertext, at);
        ciphertext = ciphertext[..plaintext.Length];
        var mac = new HMac(new Sha256Digest());
        mac.Init(new KeyParameter(keys, 64, 32));
        mac.BlockUpdate(ciphertext, 0, ciphertext.Length);
        byte[] tag = new byte[32];
        mac.DoFinal(tag, 0);
        return [.. ciphertext, .. tag[..10]];
    }
}
