namespace CryptoLessons.Conversations;

/// <summary>Walks over the lines of a text without copying them. Lines end with LF or CRLF; a lone CR is a character like others.</summary>
internal ref struct LineReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int next;

    /// <summary>The number of the line read last, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where in the text the line read last begins.</summary>
    public int Start { get; private set; }

    /// <summary>The line read last, without its end.</summary>
    public ReadOnlySpan<char> Line { get; private set; }

    /// <summary>Reads the next line; <c>false</c> at the end. What follows the last LF is a line only when it is not empty.</summary>
    public bool TryRead()
    {
        if (this.next >= this.text.Length) return false;

        ReadOnlySpan<char> rest = this.text[this.next..];
        int end = rest.IndexOf('\n');
        Line = end < 0 ? rest : rest[..end];
        Start = this.next;
        Number++;
        this.next += end < 0 ? rest.Length : end + 1;
        if (Line is [.. var line, '\r']) Line = line;
        return true;
    }
}
