namespace CryptoLessons.Conversations;

/// <summary>Reads the text of a WhatsApp export, from Android or iOS, whose stamps were found already.</summary>
internal sealed class WhatsAppExport
{
    private readonly string text;
    private readonly BlockScan scan;
    private readonly bool dayFirst;
    private readonly ImportNotes notes = new();
    private readonly List<MessageDraft> drafts = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private int systemLines;

    private WhatsAppExport(string text, BlockScan scan)
    {
        (this.text, this.scan) = (text, scan);
        DateOrder order = DateOrder.Of(scan.Blocks);
        dayFirst = order.DayFirst;
        notes.Notes.Add(order.Note);
        notes.Notes.Add("stamps name no time zone: they are read as UTC");
    }

    /// <summary>Reads the export into a conversation, or into the sentence that says why not.</summary>
    public static ChatImportResult Read(string place, string source, string text, BlockScan scan, AttachmentShelf shelf)
    {
        if (scan.TooMany)
        {
            return ChatImportResult.Failed(
                $"{place}: more than {ChatLimits.Messages} messages; cut the file into parts and give one of them");
        }

        var export = new WhatsAppExport(text, scan);
        export.PassOverBeginning();
        foreach (MessageBlock block in scan.Blocks) export.AddDraft(block);
        var attachments = new AttachmentReader(shelf, export.notes);
        List<ChatMessage> messages = export.MakeMessages(source, shelf, attachments);
        attachments.NoteTheRest();
        export.NoteTheRest(messages);

        string format = scan.Blocks[0].Stamp.Family == StampFamily.Bracket ? "whatsapp-ios" : "whatsapp-android";
        string first = export.notes.Unparsed is [var line, ..] ? $"; the first unread line is line {line.Line}: {line.Why}" : "";
        return export.notes.Finish(place, source, format, messages,
            $"no message: of {scan.Blocks.Count} stamped lines (the first is line {scan.Blocks[0].Line}), {export.systemLines} are "
            + $"the system's and {export.notes.Unparsed.Count} could not be read{first}; give a chat in which people wrote to each other");
    }

    private void PassOverBeginning()
    {
        var reader = new LineReader(this.text);
        while (reader.TryRead() && reader.Number < this.scan.Blocks[0].Line && !notes.Overrun)
            notes.AddUnparsed(reader.Number, reader.Line, "it stands before the first message");
    }

    private void AddDraft(MessageBlock block)
    {
        ReadOnlySpan<char> rest = this.text.AsSpan(block.Rest, block.LineEnd - block.Rest);
        int colon = rest.IndexOf(": ");
        bool bare = colon < 0 && rest is [.., ':'];
        if (block.Stamp.ToTime(dayFirst) is not { } time)
        {
            string order = block.Stamp.YearFirst ? "year-month-day" : dayFirst ? "day/month/year" : "month/day/year";
            Refuse(block, block.Stamp.SecondOfDay < 0 ? "its time does not exist" : $"its date does not exist (read as {order})");
        }
        else if (colon < 0 && !bare)
        {
            systemLines++;
        }
        else
        {
            int end = bare ? rest.Length - 1 : colon;
            ReadOnlySpan<char> name = InvisibleMarks.CleanName(rest[..end]);
            if (name.IsEmpty)
            {
                Refuse(block, "no name stands before the colon");
                return;
            }

            // One string for each person, not one for each message.
            var names = this.names.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!names.TryGetValue(name, out string? from)) from = name.ToString();
            if (!bare) this.names.Add(from);
            drafts.Add(new MessageDraft(block, time, from, block.Rest + (bare ? rest.Length : colon + 2), bare));
        }
    }

    /// <summary>Counts a block as unparsed, once: the lines below go with it, since they are not the text of the message before.</summary>
    private void Refuse(MessageBlock block, string why)
    {
        int lineStart = this.text.LastIndexOf('\n', block.Rest - 1) + 1;
        string below = block.Lines switch
        {
            1 => "",
            2 => "; the line below goes with it",
            _ => $"; the {block.Lines - 1} lines below go with it",
        };
        notes.AddUnparsed(block.Line, this.text.AsSpan(lineStart, block.LineEnd - lineStart), why + below);
    }

    private List<ChatMessage> MakeMessages(string source, AttachmentShelf shelf, AttachmentReader attachments)
    {
        int bareLines = drafts.RemoveAll(draft => draft.Bare && !this.names.Contains(draft.From));
        systemLines += bareLines;
        SystemSenders? senders = this.scan.Blocks[0].Stamp.Family == StampFamily.Bracket ? new SystemSenders(source, this.text, drafts) : null;

        var messages = new List<ChatMessage>(drafts.Count);
        foreach (MessageDraft draft in drafts)
        {
            ReadOnlySpan<char> raw = draft.Raw(this.text);
            MediaMark? mark = MediaMark.Find(raw, shelf);
            if (mark is null && senders is not null && senders.IsSystem(draft.From, draft.FirstLine(this.text)))
            {
                systemLines++;
                continue;
            }

            Attachment? attachment = mark is { } m ? attachments.Take(m.Name, draft.Block.Line + m.Line) : null;
            // A mark whose file was not read stays in the text: it is all that is left of the picture.
            string text = attachment is null ? MessageText.Of(raw) : MessageText.Caption(raw, mark!.Value);
            messages.Add(new ChatMessage(messages.Count + 1, draft.From, draft.Time, text, attachment));
        }

        return messages;
    }

    private void NoteTheRest(List<ChatMessage> messages)
    {
        notes.AddBackwardSteps(messages);
        if (systemLines > 0)
            notes.Notes.Add($"{systemLines} system {(systemLines == 1 ? "line is" : "lines are")} nobody's message and left out");
        if (this.scan.ForeignStamps > 0)
        {
            notes.Notes.Add($"{this.scan.ForeignStamps} lines (the first is line {this.scan.FirstForeignStamp}) begin with a stamp of another "
                + "phone's shape and are kept as text of the message above them");
        }
    }
}
