namespace CryptoLessons.Protocol.SealedSender;

/// <summary>Why a sealed message or its sender's certificate was refused.</summary>
public enum SealedSenderFailure
{
    /// <summary>It was not refused.</summary>
    None = 0,

    /// <summary>The bytes do not decode, or a required field is missing.</summary>
    Malformed,

    /// <summary>The version is none that is known; version 2, for several recipients at once, is not spoken here.</summary>
    UnknownVersion,

    /// <summary>A public key in the message is a low-order point: its agreement is all zero.</summary>
    LowOrderKey,

    /// <summary>A MAC is wrong: forged, damaged, or for another recipient.</summary>
    NotAuthentic,

    /// <summary>Whoever sealed the message has another identity key than the certificate in it: the certificate is somebody else's.</summary>
    ForeignCertificate,

    /// <summary>A certificate is not signed as it must be: the server's by the trust root, the sender's by the server.</summary>
    UntrustedCertificate,

    /// <summary>The server's certificate was revoked.</summary>
    RevokedCertificate,

    /// <summary>The sender's certificate has expired.</summary>
    ExpiredCertificate,
}
