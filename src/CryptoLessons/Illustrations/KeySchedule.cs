using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Illustrations;

/// <summary>The steps that occur more than once: agreements, the root's step, the chain's step, a message's key. Each is held against what the
/// ratchet did.</summary>
/// <param name="log">What it did.</param>
internal sealed class KeySchedule(CallLog log)
{
    private const string Recommended = "Double Ratchet rev 1, 5.2";
    private const string Labels = "docs/spec/wire.md, Ratchet";

    /// <summary>An agreement, by whoever holds the first of both keys.</summary>
    public static Value Agree(string name, string meaning, string source, Value own, Value their) =>
        new Description(ValueKind.Secret, name, meaning, source).By(
            own, their,
            (privateKey, publicKey) => Hazmat.Reveal(X25519.Agree(new DhPrivateKey(privateKey), new DhPublicKey(publicKey))!));

    /// <summary>The secret that Alice encapsulates to the Kyber key of a seed, from a stream of her own.</summary>
    public static Value Encapsulated(Description description, Value seed) => description.By(seed, seed =>
    {
        SeededRandom random = new SeededRandom(2017).Child("Alice").Child("encapsulation");
        return Hazmat.Reveal(Kyber1024.Encapsulate(Kyber1024KeyPair.FromSeed(seed).Public, random).Secret);
    });

    /// <summary>A Diffie-Hellman step of the root chain.</summary>
    /// <returns>The next root key, and the first key of a new chain.</returns>
    public (Value RK, Value CK) Step(Value rk, Value own, Value their, string turn, string chain)
    {
        Value agreement = log.Check("DH", Agree(
            $"agreement of {turn}", "Ratchet key with ratchet key: what makes the session close again after a theft.",
            "Double Ratchet rev 1, 3.4", own, their));
        Value next = new Description(
            ValueKind.Secret, $"root key after {turn}", "The root chain goes on; the key before it is forgotten.", Recommended)
            .By(rk, agreement, (root, dh) => HKDF.DeriveKey(HashAlgorithmName.SHA256, dh, 64, root, "WhisperRatchet"u8.ToArray())[..32]);
        Value ck = new Description(ValueKind.Secret, $"first chain key of {chain}", "Every message of this chain follows from it.", Recommended)
            .By(rk, agreement, (root, dh) => HKDF.DeriveKey(HashAlgorithmName.SHA256, dh, 64, root, "WhisperRatchet"u8.ToArray())[32..]);
        return (log.Check("KDF_RK", next), log.Check("KDF_RK", ck));
    }

    /// <summary>The key of the first message of a chain.</summary>
    /// <param name="ck">The chain key.</param>
    /// <param name="message">Which message.</param>
    /// <param name="pq">The post-quantum ratchet's key for it; null without such a ratchet.</param>
    public Value MessageKey(Value ck, string message, Value? pq)
    {
        Value seed = log.Check("KDF_CK", new Description(
            ValueKind.Secret, $"seed of {message}", "The chain goes on with HMAC over 02, and the message has HMAC over 01.", Recommended)
            .By(ck, chainKey => HMACSHA256.HashData(chainKey, (byte[])[1])));
        var description = new Description(
            ValueKind.Secret, $"message key of {message}",
            "Whoever holds it reads this message and can write another in its place, and nothing else.", Labels);
        return log.Check("KDF_HYBRID", pq is null
            ? description.By(seed, seed => HKDF.Extract(HashAlgorithmName.SHA256, seed, new byte[32]))
            : description.By(pq, seed, (postQuantum, seed) => HKDF.Extract(HashAlgorithmName.SHA256, seed, postQuantum)));
    }
}
