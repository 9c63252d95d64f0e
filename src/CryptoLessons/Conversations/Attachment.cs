namespace CryptoLessons.Conversations;

/// <summary>A file that came with a message: its plain name and its bytes as they lay in the export.</summary>
/// <param name="name">The file's name, without any folder.</param>
/// <param name="bytes">The file's content, at least one byte and at most 16 MB when it came through <see cref="ChatImport"/>.</param>
public sealed class Attachment(string name, ReadOnlyMemory<byte> bytes)
{
    /// <summary>The file's name, without any folder.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The file's content.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;
}
