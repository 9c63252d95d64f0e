namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>What of a message matched the list.</summary>
public enum ScanMatchKind
{
    /// <summary>The text, exactly.</summary>
    Text,

    /// <summary>The attached file, exactly.</summary>
    File,

    /// <summary>The attached picture: it looks like a listed one.</summary>
    Picture,
}
