namespace CryptoLessons.Protocol.Transparency;

/// <summary>Looks after one's own name in a directory: only the owner can tell a key list that was put there by somebody else.</summary>
/// <remarks>To be asked in every epoch. It proves nothing to others, who have only the owner's word.</remarks>
/// <param name="name">The owner's name.</param>
/// <param name="client">The owner's client.</param>
public sealed class KeyMonitor(string name, DirectoryClient client)
{
    private readonly List<(DeviceKeys Keys, long Epoch)> published = [];

    /// <summary>Takes note of what the owner published.</summary>
    /// <param name="keys">The key list.</param>
    /// <param name="epoch">The epoch from which on it must be found: what <see cref="KeyDirectory.Publish"/> said.</param>
    public void Published(DeviceKeys keys, long epoch)
    {
        ArgumentNullException.ThrowIfNull(keys);
        published.Add((keys, epoch));
    }

    /// <summary>Publishes a key list of the owner's in a directory that is at hand, and takes note of it.</summary>
    public void Publish(KeyDirectory directory, DeviceKeys keys)
    {
        ArgumentNullException.ThrowIfNull(directory);
        Published(keys, directory.Publish(name, keys));
    }

    /// <summary>Asks a directory that is at hand for the owner's name, and checks what it answers.</summary>
    /// <returns>As <see cref="Check"/>.</returns>
    public Finding Ask(KeyDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Check(directory.LookUp(name, client.Log.Size));
    }

    /// <summary>Checks the directory's answer to the question for the owner's name.</summary>
    /// <returns>What the client finds; <see cref="Finding.NotMyKey"/> and <see cref="Finding.NotMyVersion"/> are the alarm.</returns>
    public Finding Check(DirectoryAnswer answer)
    {
        Finding finding = client.Check(name, answer, out DeviceKeys? keys);
        if (finding != Finding.Fine)
            return finding;
        DeviceKeys[] expected = [.. published.Where(publication => publication.Epoch <= answer.Epoch.Epoch).Select(publication => publication.Keys)];
        int version = client.Kind == DirectoryKind.Mutable ? Math.Min(expected.Length, 1) : expected.Length;
        bool isMine = keys is null || Array.Exists(expected, keys.Equals);
        return !isMine || answer.Version == version && !Equals(keys, expected.LastOrDefault()) ? Finding.NotMyKey
            : answer.Version != version ? Finding.NotMyVersion
            : Finding.Fine;
    }
}
