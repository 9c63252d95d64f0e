namespace CryptoLessons.ExceptionalAccess;

/// <summary>What a field turned out to hold.</summary>
internal enum BulkKey : byte
{
    /// <summary>Nothing that this authority's key opens.</summary>
    None,

    /// <summary>A message key under which the message's MAC is wrong.</summary>
    AnotherMessages,

    /// <summary>The message's key: its MAC is right.</summary>
    Authentic,

    /// <summary>A content key, which cannot check a MAC.</summary>
    Content,
}
