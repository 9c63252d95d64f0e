namespace CryptoLessons.Conversations;

/// <summary>
/// Recognises a full stamp at the start of a line, and nothing else. Written by hand: it looks at the first few dozen characters of a line
/// once, whatever stands in it, where a regular expression for so many styles is easily made to backtrack.
/// </summary>
internal ref struct StampScanner
{
    private readonly ReadOnlySpan<char> line;
    private int at;

    private StampScanner(ReadOnlySpan<char> line)
    {
        this.line = line;
        this.at = InvisibleMarks.CountLeading(line);
    }

    /// <summary>
    /// Reads a stamp; <paramref name="rest"/> is where the text after it begins. <c>false</c> when the line begins with none.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> line, out Stamp stamp, out int rest)
    {
        var scanner = new StampScanner(line);
        bool found = scanner.Read(out stamp);
        rest = scanner.at;
        return found;
    }

    private bool Read(out Stamp stamp)
    {
        stamp = default;
        StampFamily family = Take('[') ? StampFamily.Bracket : StampFamily.Dash;
        if (!ReadDate(out int first, out int second, out int year, out bool yearFirst)) return false;
        // The Arabic comma stands where phones set to Arabic or Persian write one.
        _ = Take(',') || Take('\u060C');
        if (!TakeSpace() || !ReadTime(out int secondOfDay)) return false;
        if (!(family == StampFamily.Bracket ? Take(']') && Take(' ') : Take(' ') && Take('-') && Take(' '))) return false;
        stamp = new Stamp(family, first, second, year, yearFirst, secondOfDay);
        return true;
    }

    private bool ReadDate(out int first, out int second, out int year, out bool yearFirst)
    {
        second = year = 0;
        yearFirst = false;
        int digits = ReadNumber(4, out first);
        if (digits is 0 or 3 || this.at >= this.line.Length) return false;
        char separator = this.line[this.at];
        if (separator is not ('/' or '.' or '-')) return false;
        this.at++;
        if (ReadNumber(2, out second) == 0 || !Take(separator)) return false;

        yearFirst = digits == 4;
        int lastDigits = ReadNumber(yearFirst ? 2 : 4, out int last);
        if (yearFirst)
        {
            (year, first, second) = (first, second, last);
            return lastDigits is 1 or 2;
        }

        year = lastDigits == 2 ? 2000 + last : last;
        return lastDigits is 2 or 4;
    }

    private bool ReadTime(out int secondOfDay)
    {
        secondOfDay = -1;
        int seconds = 0;
        if (ReadNumber(2, out int hours) == 0 || this.at >= this.line.Length) return false;
        char separator = this.line[this.at];
        if (separator is not (':' or '.')) return false;
        this.at++;
        if (ReadNumber(2, out int minutes) != 2) return false;
        if (Take(separator) && ReadNumber(2, out seconds) != 2) return false;

        bool? afternoon = ReadHalfOfDay();
        bool possible = minutes <= 59 && seconds <= 59 && hours <= (afternoon is null ? 23 : 12);
        if (afternoon is not null) hours = hours % 12 + (afternoon.Value ? 12 : 0);
        if (possible) secondOfDay = (hours * 60 + minutes) * 60 + seconds;
        return true;
    }

    /// <summary>
    /// Reads AM, pm, a.m. or p. m. with or without a space before it; <c>null</c>, and nothing taken, when there is none.
    /// </summary>
    private bool? ReadHalfOfDay()
    {
        int start = this.at;
        TakeSpace();
        bool afternoon = Take('p') || Take('P');
        if (afternoon || Take('a') || Take('A'))
        {
            Take('.');
            TakeSpace();
            if (Take('m') || Take('M'))
            {
                Take('.');
                return afternoon;
            }
        }

        this.at = start;
        return null;
    }

    /// <summary>
    /// Reads a number and returns how many digits it has: 0 when there is none, or when there are more than <paramref name="most"/>.
    /// </summary>
    private int ReadNumber(int most, out int value)
    {
        value = 0;
        int digits = 0;
        while (this.at < this.line.Length && char.IsAsciiDigit(this.line[this.at]))
        {
            if (++digits > most) return 0;
            value = value * 10 + (this.line[this.at++] - '0');
        }

        return digits;
    }

    private bool Take(char c)
    {
        if (this.at >= this.line.Length || this.line[this.at] != c) return false;
        this.at++;
        return true;
    }

    /// <summary>Takes one space: plain, no-break, or narrow no-break (U+202F), which newer phones write before AM and PM.</summary>
    private bool TakeSpace() => Take(' ') || Take('\u00A0') || Take('\u202F');
}
