namespace CryptoLessons.Illustrations;

/// <summary>What sort of bytes a value is: who may know them, and what they are there for.</summary>
public enum ValueKind
{
    /// <summary>Layout: versions, tags, lengths and types, the same in every message of the kind.</summary>
    Frame,

    /// <summary>A number or a name that stands in the open.</summary>
    Number,

    /// <summary>A public key.</summary>
    PublicKey,

    /// <summary>A secret of the people who speak: private keys, what was agreed on, and what is said. It never stands on the wire.</summary>
    Secret,

    /// <summary>Encrypted text, or a secret encapsulated to a key.</summary>
    Ciphertext,

    /// <summary>A signature or a MAC.</summary>
    Proof,

    /// <summary>What an authority's way in adds.</summary>
    Access,
}
