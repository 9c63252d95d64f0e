namespace CryptoLessons.Protocol.Sessions;

/// <summary>Why a prekey bundle was refused. Nothing changed in that case.</summary>
public enum BundleFailure
{
    /// <summary>It was not refused.</summary>
    None = 0,

    /// <summary>The signature over one of the signed prekeys is not the identity key's.</summary>
    BadSignature,

    /// <summary>One of the keys is a low-order point: its agreement is all zero.</summary>
    LowOrderKey,

    /// <summary>The identity key differs from the one known for that name.</summary>
    UntrustedIdentity,

    /// <summary>There is no post-quantum prekey, and the handshake needs one.</summary>
    NoKyberPreKey,
}
