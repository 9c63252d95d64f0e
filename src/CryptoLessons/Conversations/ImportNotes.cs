using System.Globalization;

namespace CryptoLessons.Conversations;

/// <summary>Gathers what is said about a chat while it is read: notes, and the lines that became no message.</summary>
internal sealed class ImportNotes
{
    /// <summary>One sentence each, in the order in which they were noticed.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The lines that became no message.</summary>
    public List<UnparsedLine> Unparsed { get; } = [];

    /// <summary>Whether more lines were no message than a chat can have.</summary>
    public bool Overrun { get; private set; }

    /// <summary>Adds a line that became no message, unless it is blank.</summary>
    public void AddUnparsed(int line, ReadOnlySpan<char> text, string why)
    {
        if (text.IsWhiteSpace()) return;
        if (Unparsed.Count == ChatLimits.UnparsedLines) Overrun = true;
        else Unparsed.Add(new UnparsedLine(line, Shown.Of(InvisibleMarks.SkipLeading(text)), why));
    }

    /// <summary>Notes where the clock steps backwards; the order of the file is kept.</summary>
    public void AddBackwardSteps(IReadOnlyList<ChatMessage> messages)
    {
        int steps = 0, first = 0;
        for (int i = 1; i < messages.Count; i++)
            if (messages[i].Time < messages[i - 1].Time && steps++ == 0) first = i;
        if (steps == 0) return;
        string times = steps == 1 ? "once" : $"{steps} times, the first time";
        Notes.Add($"the clock steps backwards {times} before message {messages[first].Number} (from "
            + $"{Written(messages[first - 1].Time)} to {Written(messages[first].Time)}); the order of the file is kept");
    }

    private static string Written(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Makes the result: a conversation of at least two people, or the sentence why there is none.</summary>
    /// <param name="place">The file as the reader of the sentence knows it.</param>
    /// <param name="source">The name for the conversation.</param>
    /// <param name="format">Its format.</param>
    /// <param name="messages">Its messages.</param>
    /// <param name="none">Why there is no message, in case there is none.</param>
    public ChatImportResult Finish(string place, string source, string format, List<ChatMessage> messages, string none)
    {
        if (Overrun)
        {
            return ChatImportResult.Failed($"{place}: more than {ChatLimits.UnparsedLines} lines belong to no message (the first is line "
                + $"{Unparsed[0].Line}: {Unparsed[0].Why}); give a chat export");
        }

        if (messages.Count == 0) return ChatImportResult.Failed($"{place}: {none}");
        var conversation = new Conversation(source, format, messages, Unparsed, Notes);
        return conversation.People.Count >= 2
            ? ChatImportResult.Of(conversation)
            : ChatImportResult.Failed($"{place}: every message is from one person ({Shown.Of(conversation.People[0])}, "
                + $"messages 1 to {messages.Count}); a conversation needs two or more, so give a chat in which another person answers");
    }
}
