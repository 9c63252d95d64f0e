namespace CryptoLessons.Conversations;

/// <summary>The files of a chat's own folder, without the folders inside it.</summary>
internal sealed class FolderShelf : AttachmentShelf
{
    private readonly Lazy<Dictionary<string, FileInfo>> files;
    private string absent = Refusals.Missing;

    /// <summary>Makes the shelf; the folder is listed when the first attachment is named.</summary>
    public FolderShelf(string folder) => this.files = new Lazy<Dictionary<string, FileInfo>>(() => List(folder));

    /// <inheritdoc/>
    public override bool Holds(ReadOnlySpan<char> name) =>
        this.files.Value.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(name);

    /// <inheritdoc/>
    public override byte[]? Read(string name, out string? refusal)
    {
        // Safe because the name is compared with the names that the folder lists, and never joined to a path: "NUL", "a.jpg:b"
        // and "../b" mean something to a system that opens them, but no folder lists them.
        if (!this.files.Value.TryGetValue(name, out FileInfo? file))
        {
            refusal = absent;
            return null;
        }

        try
        {
            refusal = Refuse(file);
            if (refusal is not null) return null;
            using FileStream stream = BoundedReading.Open(file.FullName);
            byte[]? bytes = BoundedReading.ToEnd(stream, file.Length, ChatLimits.AttachmentBytes);
            refusal = bytes is null ? Refusals.TooLarge : bytes.Length == 0 ? Refusals.Empty : null;
            return refusal is null ? bytes : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refusal = e is FileNotFoundException ? Refusals.Missing : Refusals.Unreadable;
            return null;
        }
    }

    private static string? Refuse(FileInfo file)
    {
        if (file.Attributes.HasFlag(FileAttributes.ReparsePoint) || file.LinkTarget is not null) return Refusals.Link;
        // Pipes and devices have no length either; opening one could wait for ever.
        if (file.Length == 0) return Refusals.Empty;
        return file.Length > ChatLimits.AttachmentBytes ? Refusals.TooLarge : null;
    }

    private Dictionary<string, FileInfo> List(string folder)
    {
        var files = new Dictionary<string, FileInfo>(StringComparer.Ordinal);
        try
        {
            foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles()) files[file.Name] = file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A text file may be readable where its folder cannot be listed: the note at each attachment says so.
            absent = Refusals.Unlisted;
        }

        return files;
    }
}
