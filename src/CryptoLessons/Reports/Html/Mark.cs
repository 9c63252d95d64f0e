namespace CryptoLessons.Reports.Html;

/// <summary>What one message means to one thief.</summary>
internal enum Mark
{
    /// <summary>The attack did not decrypt it.</summary>
    Unread,

    /// <summary>The attack really decrypted it.</summary>
    Read,

    /// <summary>It was not decrypted, and lay readable on the seized phone.</summary>
    Stored,
}
