namespace CryptoLessons.Conversations;

/// <summary>A block whose sender is known, before it is decided whether a person wrote it.</summary>
/// <param name="Block">The block it was made from.</param>
/// <param name="Time">Its time.</param>
/// <param name="From">The name before the first <c>: </c>.</param>
/// <param name="Body">Where the text after the name begins.</param>
/// <param name="Bare">
/// Whether the line ends with the name and a colon: an empty message whose last space was trimmed, if somebody has that name.
/// </param>
internal readonly record struct MessageDraft(MessageBlock Block, DateTimeOffset Time, string From, int Body, bool Bare)
{
    /// <summary>The text on the stamped line.</summary>
    public ReadOnlySpan<char> FirstLine(string text) => text.AsSpan(Body, Block.LineEnd - Body);

    /// <summary>The text with the lines that continue it, as they stand in the file.</summary>
    public ReadOnlySpan<char> Raw(string text) => text.AsSpan(Body, Block.End - Body);
}
