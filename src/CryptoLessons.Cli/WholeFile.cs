using System.Text;

namespace CryptoLessons.Cli;

/// <summary>A file that is written whole or not at all: beside its place first, and moved there when it is complete.</summary>
internal sealed class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string place;
    private readonly string beside;

    private WholeFile(string place) => (this.place, beside) =
        (place, Path.Combine(Path.GetDirectoryName(place) ?? "", $".cryptolessons-{Path.GetRandomFileName()}"));

    /// <summary>The place for a file, tried out beforehand, so that long work is not done for nothing.</summary>
    /// <param name="path">Where the file is to be; one that is there will be replaced.</param>
    /// <param name="source">A file that is being read and must stay; null for none.</param>
    /// <param name="whatItIs">What that file is, as a sentence has it.</param>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    public static WholeFile At(string path, string? source, string whatItIs = "the chat itself")
    {
        if (path.Length == 0 || path.Contains('\0'))
            throw new IOException($"'{path}' is no name of a file.");
        string place = Place(path);
        if (Directory.Exists(place))
            throw new IOException($"'{path}' is a folder.");
        if (source is not null && place == Place(source))
            throw new IOException($"'{path}' is {whatItIs}.");
        if (File.Exists(place))
            TryExisting(path, place);
        var file = new WholeFile(place);
        file.Create().Dispose();
        File.Delete(file.beside);
        return file;
    }

    /// <summary>Writes the file, and puts it in its place when it is complete.</summary>
    public void Write(Action<TextWriter> write) => WriteBytes(stream =>
    {
        using var writer = new StreamWriter(stream, Utf8, leaveOpen: true);
        write(writer);
    });

    /// <summary>The same with bytes.</summary>
    public void WriteBytes(Action<Stream> write)
    {
        try
        {
            using (FileStream stream = Create())
                write(stream);
            File.Move(beside, place, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private FileStream Create() => new(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    // A link keeps leading where it leads: what it leads to is replaced.
    private static string Place(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);

    private static void TryExisting(string path, string place)
    {
        // Open for reading too: a pipe that nobody reads would otherwise keep us waiting.
        using FileStream existing = File.Open(place, FileMode.Open, FileAccess.ReadWrite);
        // To replace a device would take it away from the whole system.
        if (!existing.CanSeek || Path.GetDirectoryName(place) == "/dev")
            throw new IOException($"'{path}' is no ordinary file.");
    }
}
