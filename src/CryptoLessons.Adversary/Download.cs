namespace CryptoLessons.Adversary;

/// <summary>A phone's request for something that the provider publishes and signs.</summary>
/// <param name="By">Whose phone asks.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Of">Whose; the asker's own name where it is nobody else's.</param>
/// <param name="Device">Number of the device, where the request names one.</param>
public sealed record Download(string By, DownloadKind Kind, string Of, uint Device = 1)
{
    /// <summary>Whether a person asks or is asked for; everybody is meant when null.</summary>
    public bool Concerns(string? person) => person is null || By == person || Of == person;
}
