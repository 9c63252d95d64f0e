namespace CryptoLessons.Conversations;

/// <summary>How much of a stranger's file is read: each bound keeps one kind of hostile or mistaken file from filling the memory.</summary>
internal static class ChatLimits
{
    /// <summary>Bytes of a chat text on disk. A lifetime of messages is a few tens of MB; beyond this it is some other file.</summary>
    public const long TextBytes = 256L * 1024 * 1024;

    /// <summary>Bytes of a chat text inside a zip. Lower than on disk, since a few kB of zip can claim any size (a zip bomb).</summary>
    public const long ZippedTextBytes = 64L * 1024 * 1024;

    /// <summary>Bytes of a zip. WhatsApp makes none larger, and its list of entries is held in memory.</summary>
    public const long ZipBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes of one attachment: pictures and voice messages pass, films do not, and no lesson needs them.</summary>
    public const int AttachmentBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Bytes of all attachments together, each file counted once: a folder of ten thousand pictures must not fill the memory.
    /// </summary>
    public const long AllAttachmentBytes = 512L * 1024 * 1024;

    /// <summary>Messages of a chat. WhatsApp itself exports 40,000 at most; text files joined by hand may have more.</summary>
    public const int Messages = 2_000_000;

    /// <summary>Lines that are no message. A chat has a handful; a file with this many is no chat.</summary>
    public const int UnparsedLines = 100_000;

    /// <summary>Notes about single attachments; a chat exported without its media would have thousands, so the rest are counted.</summary>
    public const int AttachmentNotes = 100;

    /// <summary>
    /// Characters of a name in the plain format, where nothing but its shortness tells a name from a sentence with a colon.
    /// </summary>
    public const int PlainNameCharacters = 64;

    /// <summary>Characters of a file name, the most that common file systems can hold.</summary>
    public const int FileNameCharacters = 255;
}
