namespace CryptoLessons.Conversations;

/// <summary>Takes attachments off the shelf, each file once, and notes every one that is missing or refused.</summary>
internal sealed class AttachmentReader(AttachmentShelf shelf, ImportNotes notes)
{
    private readonly Dictionary<string, (Attachment? Attachment, string? Refusal)> taken = new(StringComparer.Ordinal);
    private long bytes;
    private int refused;

    /// <summary>Whether a name is a file's own, leading nowhere else on any system.</summary>
    public static bool IsPlainName(string name)
    {
        if (name.Length is 0 or > ChatLimits.FileNameCharacters) return false;
        if (name is "." || name.Contains("..", StringComparison.Ordinal)) return false;
        foreach (char c in name)
            if (c is '/' or '\\' or ':' || char.IsControl(c)) return false;
        return true;
    }

    /// <summary>The file of that name, or <c>null</c> with a note of why not.</summary>
    public Attachment? Take(string name, int line)
    {
        if (!this.taken.TryGetValue(name, out (Attachment? Attachment, string? Refusal) taken)) this.taken[name] = taken = Read(name);
        if (taken.Refusal is not null && this.refused++ < ChatLimits.AttachmentNotes)
            notes.Notes.Add($"line {line}: attachment {Shown.Of(name)} {taken.Refusal}; the message is kept");
        return taken.Attachment;
    }

    /// <summary>Says how many attachments more were missing or refused than were noted one by one.</summary>
    public void NoteTheRest()
    {
        int more = this.refused - ChatLimits.AttachmentNotes;
        if (more > 0) notes.Notes.Add($"{more} more attachments are missing or refused; their messages are kept");
    }

    private (Attachment?, string?) Read(string name)
    {
        if (!IsPlainName(name)) return (null, Refusals.NotPlain);
        if (this.bytes >= ChatLimits.AllAttachmentBytes) return (null, Refusals.TooMuch);
        byte[]? bytes = shelf.Read(name, out string? refusal);
        if (bytes is null) return (null, refusal);
        this.bytes += bytes.Length;
        return (new Attachment(name, bytes), null);
    }
}
