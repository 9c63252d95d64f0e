namespace CryptoLessons.Conversations;

/// <summary>
/// Reads chats as people have them: WhatsApp exports (a text file, a folder or a zip) and plain <c>Name: text</c> lines.
/// The file is a stranger's: whatever stands in it, the answer is a conversation or a sentence, never an exception.
/// </summary>
public static class ChatImport
{
    /// <summary>Reads the chat at a path.</summary>
    /// <param name="path">A text file, a zip, or a folder that holds the chat's text file.</param>
    /// <returns>The conversation; or what is wrong, where (file, line or byte offset), and what to do.</returns>
    public static ChatImportResult Read(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return ChatImportResult.Failed("no chat is named; give the path of a text file, a folder or a zip");

        string place = Shown.Path(path);
        try
        {
            if (Directory.Exists(path)) return ReadFolder(place, path);
            return File.Exists(path)
                ? ReadFile(place, Path.GetFileName(path), path)
                : ChatImportResult.Failed($"{place}: there is no such file or folder; check the path");
        }
        catch (UnauthorizedAccessException)
        {
            return ChatImportResult.Failed($"{place}: the system gives no permission to read it; change its permissions or copy it");
        }
        catch (IOException)
        {
            return ChatImportResult.Failed(
                $"{place}: the system cannot read it; see whether another program holds it, or copy it and give the copy");
        }
    }

    private static ChatImportResult ReadFolder(string place, string path)
    {
        string source = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var folder = new DirectoryInfo(path);
        string? name = ChatFiles.FindText(folder.EnumerateFiles().Select(file => file.Name), out string? error);
        if (name is null) return ChatImportResult.Failed($"{place}: {error}");

        // A file named by the user may be a link; one found in a stranger's folder must not lead out of it.
        string textPath = Path.Combine(path, name);
        string textPlace = $"{place}: {Shown.Of(name)}";
        var file = new FileInfo(textPath);
        return file.LinkTarget is not null || file.Attributes.HasFlag(FileAttributes.ReparsePoint)
            ? ChatImportResult.Failed($"{textPlace}: the chat text is a link; give the file it leads to")
            : ReadFile(textPlace, source, textPath);
    }

    private static ChatImportResult ReadFile(string place, string source, string path)
    {
        // Pipes and devices have no length: they are not opened, since reading one could wait for ever.
        var file = new FileInfo(path);
        if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target) file = target;
        if (file.Length == 0)
        {
            return ChatImportResult.Failed(
                $"{place}: the file is empty (0 bytes) or no regular file; give a chat export with messages in it");
        }

        using FileStream stream = BoundedReading.Open(path);
        var start = new byte[4];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        bool zip = ChatZip.IsZip(start.AsSpan(0, read)) || path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        long limit = zip ? ChatLimits.ZipBytes : ChatLimits.TextBytes;
        if (file.Length > limit)
            return ChatImportResult.Failed($"{place}: it has {file.Length} bytes, more than the {limit} that are read; give a part of it");
        if (zip) return ChatZip.Read(place, source, stream);

        byte[]? bytes = BoundedReading.ToEnd(stream, file.Length, limit);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        return bytes is null
            ? ChatImportResult.Failed($"{place}: it grew beyond {limit} bytes while it was read; give a copy")
            : ChatParser.Read(place, source, bytes, new FolderShelf(folder));
    }
}
