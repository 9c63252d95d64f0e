namespace CryptoLessons.Cli.Peer;

/// <summary>What a device under escrow seals to the authority.</summary>
internal enum EscrowKind
{
    /// <summary>Each message key.</summary>
    MessageKey,

    /// <summary>Each message's cipher key and IV.</summary>
    ContentKey,

    /// <summary>The secret that each session begins with.</summary>
    SessionSecret,
}
