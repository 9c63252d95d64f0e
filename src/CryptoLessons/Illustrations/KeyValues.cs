using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Illustrations;

/// <summary>A key pair: 32 bytes that were drawn, and the public key that follows.</summary>
internal sealed class KeyValues
{
    /// <summary>The pair of a public key that occurs in the dialogue.</summary>
    /// <param name="log">Where the private key was drawn.</param>
    /// <param name="key">The public key.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="symbol">The papers' symbol.</param>
    /// <param name="meaning">What it is there for.</param>
    /// <param name="source">Where that is laid down.</param>
    /// <param name="kind">What sort of public key it is.</param>
    public KeyValues(
        CallLog log, DhPublicKey key, string name, string symbol, string meaning, string source, ValueKind kind = ValueKind.PublicKey)
    {
        Description drawn = new(
            ValueKind.Secret, $"{name}, private",
            "32 random bytes. Three bits at the bottom and two at the top are set to what they must be whenever the key is used.",
            "RFC 7748, section 5");
        Private = log.PrivateKey(drawn, key);
        Public = new Description(kind, symbol.Length == 0 ? name : $"{name} {symbol}", meaning, source)
            .By(Private, privateKey => DhKeyPair.FromPrivate(privateKey).Public.U.ToArray());
    }

    /// <summary>The private key.</summary>
    public Value Private { get; }

    /// <summary>The public key, 32 bytes.</summary>
    public Value Public { get; }
}
