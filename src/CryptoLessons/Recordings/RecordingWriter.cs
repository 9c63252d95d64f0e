using System.Globalization;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Recordings;

/// <summary>Writes a recording of any length into a folder, as parts; each stands there whole or not at all.</summary>
public sealed class RecordingWriter : IDisposable
{
    /// <summary>Length from which on another part is begun, in bytes: what one core opens in less than a second, and loses at most when it is
    /// stopped.</summary>
    public const int DefaultPartSize = 8 * 1024 * 1024;

    private const int Buffer = 1 << 16;

    private readonly string folder;
    private readonly RecordingHead head;
    private readonly long partSize;
    private (FileStream File, PartWriter Writer)? open;

    /// <summary>Begins a recording.</summary>
    /// <param name="folder">An empty folder, or one that is made.</param>
    /// <param name="head">What everybody knows.</param>
    /// <param name="partSize">Length from which on another part is begun, in bytes.</param>
    /// <exception cref="IOException">The folder holds files already, or cannot be made.</exception>
    public RecordingWriter(string folder, RecordingHead head, long partSize = DefaultPartSize)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(head);
        (this.folder, this.head, this.partSize) = (folder, head, partSize);
        if (Directory.CreateDirectory(folder).EnumerateFileSystemInfos().FirstOrDefault() is { } held)
            throw new IOException($"'{folder}' is not empty, it holds '{held.Name}'.");
        // A recording in which nothing was said has one part too.
        open = Begin();
    }

    /// <summary>How many parts there are, the one that is being written included.</summary>
    public int Parts { get; private set; }

    /// <summary>How many envelopes were written.</summary>
    public long Envelopes { get; private set; }

    /// <summary>Adds an envelope.</summary>
    public void Write(Envelope envelope)
    {
        open ??= Begin();
        open.Value.Writer.Write(envelope);
        Envelopes++;
        if (open.Value.Writer.Length >= partSize)
            Complete();
    }

    /// <summary>Ends the part that is being written, and puts it in its place.</summary>
    public void Complete()
    {
        if (open is not var (file, writer))
            return;
        writer.Complete();
        file.Flush(flushToDisk: true);
        Close();
        File.Move(file.Name, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"part-{Parts:D6}.recording")));
    }

    /// <summary>Takes away a part that was not completed.</summary>
    public void Dispose()
    {
        if (open is not var (file, _))
            return;
        try
        {
            Close();
        }
        catch (IOException)
        {
            // Safe because what could not be written is taken away: whoever completes the part hears of it.
        }
        File.Delete(file.Name);
    }

    private (FileStream, PartWriter) Begin()
    {
        Parts++;
        var file = new FileStream(
            Path.Combine(folder, $".cryptolessons-{Path.GetRandomFileName()}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer);
        return (file, new(file, head));
    }

    private void Close()
    {
        if (open is not var (file, writer))
            return;
        open = null;
        writer.Dispose();
        file.Dispose();
    }
}
