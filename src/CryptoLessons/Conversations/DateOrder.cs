namespace CryptoLessons.Conversations;

/// <summary>
/// Whether the day or the month stands first in a chat's stamps, decided over the whole file, and the sentence that says why.
/// </summary>
internal readonly record struct DateOrder(bool DayFirst, string Note)
{
    private const string Day = "dates are read as day/month/year: ";
    private const string Month = "dates are read as month/day/year: ";

    /// <summary>Decides: by a number above 12, else by the order under which time never runs backwards, else day first.</summary>
    public static DateOrder Of(IReadOnlyList<MessageBlock> blocks)
    {
        int day = 0, month = 0, dayLine = 0, monthLine = 0, open = 0;
        foreach (MessageBlock block in blocks)
        {
            Stamp stamp = block.Stamp;
            if (stamp.YearFirst) continue;
            open++;
            // A number above 12 is evidence only where the other can be the month: 31/31 is a broken line, not a hint.
            if (stamp.First is > 12 and <= 31 && stamp.Second is >= 1 and <= 12 && day++ == 0) dayLine = block.Line;
            if (stamp.Second is > 12 and <= 31 && stamp.First is >= 1 and <= 12 && month++ == 0) monthLine = block.Line;
        }

        if (open == 0) return new DateOrder(true, "dates are written with the year first: nothing had to be decided");
        if (day > 0 && month > 0) return Torn(day, dayLine, month, monthLine);
        if (day > 0) return new DateOrder(true, $"{Day}the first number is above 12 in line {dayLine}");
        if (month > 0) return new DateOrder(false, $"{Month}the second number is above 12 in line {monthLine}");
        return ByTime(blocks);
    }

    private static DateOrder Torn(int day, int dayLine, int month, int monthLine)
    {
        bool dayFirst = day == month ? dayLine < monthLine : day > month;
        string forDay = $"{day} stamps (first in line {dayLine})", forMonth = $"{month} stamps (first in line {monthLine})";
        return dayFirst
            ? new DateOrder(true, $"{Day}so say {forDay}, though {forMonth} say otherwise")
            : new DateOrder(false, $"{Month}so say {forMonth}, though {forDay} say otherwise");
    }

    private static DateOrder ByTime(IReadOnlyList<MessageBlock> blocks)
    {
        // Whole stamps first; when a clock was set back within a day, both orders run backwards, and the dates alone may still tell.
        foreach (bool wholeDays in new[] { false, true })
        {
            bool day = NeverRunsBackwards(blocks, dayFirst: true, wholeDays);
            bool month = NeverRunsBackwards(blocks, dayFirst: false, wholeDays);
            string what = wholeDays ? "dates" : "stamps";
            if (day && !month) return new DateOrder(true, $"{Day}no number is above 12, and only so the {what} never run backwards");
            if (month && !day) return new DateOrder(false, $"{Month}no number is above 12, and only so the {what} never run backwards");
        }

        return new DateOrder(true,
            $"{Day}nothing in the file tells, so day first; if that is wrong, change one date so that its day is above 12");
    }

    private static bool NeverRunsBackwards(IReadOnlyList<MessageBlock> blocks, bool dayFirst, bool wholeDays)
    {
        DateTimeOffset latest = DateTimeOffset.MinValue;
        foreach (MessageBlock block in blocks)
        {
            if (block.Stamp.ToTime(dayFirst) is not { } time) continue;
            if (wholeDays) time = new DateTimeOffset(time.Date, TimeSpan.Zero);
            if (time < latest) return false;
            latest = time;
        }

        return true;
    }
}
