namespace CryptoLessons.Conversations;

/// <summary>A chat text cut into blocks at its stamps.</summary>
internal sealed class BlockScan
{
    private BlockScan()
    {
    }

    /// <summary>The blocks, in the order of the text; empty when no line is stamped.</summary>
    public List<MessageBlock> Blocks { get; } = [];

    /// <summary>The lines of the text.</summary>
    public int Lines { get; private set; }

    /// <summary>Whether the text has more stamps than are read; the scan stopped there.</summary>
    public bool TooMany { get; private set; }

    /// <summary>Lines stamped in the other phone system's shape, which are text: somebody pasted them.</summary>
    public int ForeignStamps { get; private set; }

    /// <summary>The first such line.</summary>
    public int FirstForeignStamp { get; private set; }

    /// <summary>
    /// Cuts the text. Its first stamp settles the shape: an export has one, so that quoted lines of another chat stay text.
    /// </summary>
    public static BlockScan Of(string text)
    {
        var scan = new BlockScan();
        var reader = new LineReader(text);
        while (reader.TryRead())
        {
            scan.Lines++;
            int end = reader.Start + reader.Line.Length;
            bool stamped = StampScanner.TryRead(reader.Line, out Stamp stamp, out int rest);
            if (stamped && scan.Blocks.Count > 0 && stamp.Family != scan.Blocks[0].Stamp.Family)
            {
                stamped = false;
                if (scan.ForeignStamps++ == 0) scan.FirstForeignStamp = reader.Number;
            }

            if (stamped && scan.Blocks.Count == ChatLimits.Messages)
            {
                scan.TooMany = true;
                return scan;
            }

            if (stamped)
                scan.Blocks.Add(new MessageBlock(reader.Number, stamp, reader.Start + rest, end, end, 1));
            else if (scan.Blocks.Count > 0)
                scan.Blocks[^1] = scan.Blocks[^1] with { End = end, Lines = reader.Number - scan.Blocks[^1].Line + 1 };
        }

        scan.DropBlankEnd(text);
        return scan;
    }

    /// <summary>Blank lines at the end of a file belong to nobody: editors leave them.</summary>
    private void DropBlankEnd(string text)
    {
        if (Blocks.Count == 0) return;
        MessageBlock last = Blocks[^1];
        int end = last.End;
        while (end > last.LineEnd && text[end - 1] is '\n' or '\r') end--;
        Blocks[^1] = last with { End = Math.Max(end, last.LineEnd) };
    }
}
