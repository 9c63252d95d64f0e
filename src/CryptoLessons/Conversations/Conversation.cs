namespace CryptoLessons.Conversations;

/// <summary>A chat as the lessons play it: who wrote what, in which order, and what was noticed while reading it.</summary>
public sealed class Conversation
{
    /// <summary>Makes a conversation from its messages, in the order of the file.</summary>
    /// <param name="source">The name of the file or folder it was read from.</param>
    /// <param name="format">How it was written: <c>whatsapp-android</c>, <c>whatsapp-ios</c>, <c>plain</c> or <c>built-in</c>.</param>
    /// <param name="messages">The messages, numbered 1, 2, 3 and so on.</param>
    /// <param name="unparsed">The lines that became no message.</param>
    /// <param name="notes">What was decided or noticed, one sentence each.</param>
    /// <exception cref="ArgumentException">The messages are not numbered from 1 without gaps.</exception>
    public Conversation(
        string source,
        string format,
        IReadOnlyList<ChatMessage> messages,
        IReadOnlyList<UnparsedLine>? unparsed = null,
        IReadOnlyList<string>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(messages);

        var people = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < messages.Count; i++)
        {
            if (messages[i].Number != i + 1)
                throw new ArgumentException($"message {i + 1} carries the number {messages[i].Number}", nameof(messages));
            if (seen.Add(messages[i].From)) people.Add(messages[i].From);
            if (messages[i].Attachment is not null) Attachments++;
        }

        Source = source;
        Format = format;
        Messages = messages;
        People = people;
        Unparsed = unparsed ?? [];
        Notes = notes ?? [];
    }

    /// <summary>The name of the file or folder the chat was read from, without the way to it.</summary>
    public string Source { get; }

    /// <summary>How it was written: <c>whatsapp-android</c>, <c>whatsapp-ios</c>, <c>plain</c> or <c>built-in</c>.</summary>
    public string Format { get; }

    /// <summary>The messages in the order of the file, which is not always the order of their times.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; }

    /// <summary>The senders' names, in the order in which they first wrote.</summary>
    public IReadOnlyList<string> People { get; }

    /// <summary>The number of messages that carry a file whose bytes were read.</summary>
    public int Attachments { get; }

    /// <summary>The lines that became part of no message.</summary>
    public IReadOnlyList<UnparsedLine> Unparsed { get; }

    /// <summary>
    /// What was decided or noticed while reading: the order of day and month, clocks stepping backwards, files missing or refused.
    /// </summary>
    public IReadOnlyList<string> Notes { get; }
}
