namespace CryptoLessons.Adversary;

/// <summary>What a phone can ask the provider for.</summary>
public enum DownloadKind
{
    /// <summary>The devices of a person, each with its identity key.</summary>
    DeviceList,

    /// <summary>The prekey bundle of one of a person's devices.</summary>
    Bundle,

    /// <summary>The newest build of the app.</summary>
    Build,

    /// <summary>The newest list of what the app scans for.</summary>
    ScanList,

    /// <summary>The versions that a person's app speaks.</summary>
    Versions,
}
