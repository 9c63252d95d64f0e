namespace CryptoLessons.Designs;

/// <summary>What an app believes when the provider's directory says something new about a person whom it knows.</summary>
internal enum DirectoryPolicy
{
    /// <summary>Nothing: it keeps to the identity key and the device that it knows, and shows its owner a warning.</summary>
    AsTheOwnersSay,

    /// <summary>That a person has one device more: it encrypts to that one too, and shows nothing.</summary>
    AcceptsNewDevices,

    /// <summary>That a person has a new identity key: it opens a new session, and shows nothing unless its owner compares.</summary>
    AcceptsChangedKeys,
}
