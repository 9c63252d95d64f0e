namespace CryptoLessons.Protocol.Spqr;

/// <summary>What a message carries for the Braid; the value is the byte on the wire.</summary>
public enum BraidMessageType
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A chunk of the header and its MAC, 96 bytes.</summary>
    Hdr = 1,

    /// <summary>A chunk of the encapsulation key's vector, 1152 bytes.</summary>
    Ek = 2,

    /// <summary>A chunk of the vector, and word that ct1 came together.</summary>
    EkCt1Ack = 3,

    /// <summary>Word that ct1 came together.</summary>
    Ct1Ack = 4,

    /// <summary>A chunk of the ciphertext's first part, 960 bytes.</summary>
    Ct1 = 5,

    /// <summary>A chunk of the ciphertext's second part and the MAC of both, 160 bytes.</summary>
    Ct2 = 6,
}
