namespace CryptoLessons.Protocol.Spqr;

/// <summary>Version of the post-quantum ratchet that a party speaks.</summary>
public enum SpqrVersion
{
    /// <summary>No post-quantum ratchet: messages are empty, and there is never a key.</summary>
    V0 = 0,

    /// <summary>The ML-KEM Braid with ML-KEM-768.</summary>
    V1 = 1,
}
