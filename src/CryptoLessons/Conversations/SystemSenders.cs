using System.Globalization;

namespace CryptoLessons.Conversations;

/// <summary>
/// Tells the lines that iOS writes under the chat's own name from what people wrote. Both carry a sender, and the phone's own words
/// (system lines, but also media marks and deletions) begin with U+200E in any language; so the shape of the whole chat decides.
/// A group's name never says anything without U+200E. In a chat of two the chat's name is the other person's, and only what
/// does not look like a mark is the system's.
/// </summary>
internal sealed class SystemSenders
{
    /// <summary>
    /// A mark is a short phrase, a system line a sentence. The longest marks seen have about 35 characters, the shortest notices 43.
    /// </summary>
    private const int MarkLength = 40;

    /// <summary>
    /// Names looked for in system lines ("Alice left"): a bound, so that a made-up chat of a million names costs nothing.
    /// </summary>
    private const int NamesLookedFor = 256;

    // English words only help; what they miss in other languages, the shape decides.
    private const string Omitted = "omitted";
    private const string Deleted = "deleted";

    private readonly HashSet<string> speakers = new(StringComparer.Ordinal);
    private readonly HashSet<string> own = new(StringComparer.Ordinal);
    private readonly List<string> namesLookedFor = [];

    /// <summary>Looks at every sender and text of a chat, the text as it stands in the file.</summary>
    /// <param name="source">The name of the file or folder, where WhatsApp writes the chat's name too.</param>
    /// <param name="text">The whole chat text.</param>
    /// <param name="drafts">The chat's messages with their senders.</param>
    public SystemSenders(string source, string text, IReadOnlyList<MessageDraft> drafts)
    {
        foreach (MessageDraft draft in drafts)
            if (IsSpoken(draft.FirstLine(text)) && speakers.Add(draft.From) && namesLookedFor.Count < NamesLookedFor)
                namesLookedFor.Add(draft.From);

        for (int i = 0; i < drafts.Count; i++)
        {
            string from = drafts[i].From;
            if (this.own.Contains(from)) continue;
            // A person who speaks shares the chat's name when the file is named so, or when the encryption notice, the first
            // line of an export, comes from that name. A name that never speaks is the chat's as soon as it says a sentence.
            ReadOnlySpan<char> line = drafts[i].FirstLine(text);
            bool sentence = IsMarked(line) && !LooksLikeMark(line);
            if (speakers.Contains(from) ? IsNamedBy(source, from) || (i == 0 && sentence) : sentence) this.own.Add(from);
        }
    }

    /// <summary>Whether a message is the system's, not a person's.</summary>
    public bool IsSystem(string from, ReadOnlySpan<char> firstLine)
    {
        if (!this.own.Contains(from) || !IsMarked(firstLine)) return false;
        return !speakers.Contains(from) || !LooksLikeMark(firstLine);
    }

    /// <summary>Whether a person must have made this line: no phone writes it by itself, and a chat's name sends no pictures.</summary>
    private static bool IsSpoken(ReadOnlySpan<char> line) =>
        !IsMarked(line) || InvisibleMarks.SkipLeading(line).StartsWith('<') || line.TrimEnd().EndsWith(Omitted);

    private static bool IsMarked(ReadOnlySpan<char> line) => line is [InvisibleMarks.LeftToRight, ..];

    private static bool IsNamedBy(string source, string name)
    {
        int dot = source.LastIndexOf('.');
        ReadOnlySpan<char> stem = dot > 0 ? source.AsSpan(0, dot) : source;
        bool ends = stem.EndsWith(name, StringComparison.Ordinal) || source.EndsWith(name, StringComparison.Ordinal);
        return ends && source.Contains("WhatsApp", StringComparison.Ordinal);
    }

    private bool LooksLikeMark(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> phrase = InvisibleMarks.SkipLeading(line).TrimEnd();
        // A file, a place and a link come in brackets or with an address, however long.
        if (phrase.StartsWith('<') || phrase.Contains("://", StringComparison.Ordinal)) return true;
        if (phrase.Length > 2 * MarkLength) return false;
        if (phrase.EndsWith(Omitted) || phrase.Contains(Deleted, StringComparison.Ordinal)) return true;

        if (phrase is [.. var sentence, '.' or '\u3002']) phrase = sentence;
        int length = 0;
        foreach (char c in phrase)
        {
            if (c is '.' or '\u3002' or '!' or '?') return false;
            // A Chinese or Japanese sentence takes about half the characters.
            length += CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter && c >= '\u2E80' ? 2 : 1;
        }

        return length <= MarkLength && !NamesSomebody(phrase);
    }

    private bool NamesSomebody(ReadOnlySpan<char> phrase)
    {
        foreach (string name in namesLookedFor)
        {
            int at = phrase.IndexOf(name, StringComparison.Ordinal);
            if (at < 0) continue;
            bool begins = at == 0 || !char.IsLetterOrDigit(phrase[at - 1]);
            int after = at + name.Length;
            if (begins && (after == phrase.Length || !char.IsLetterOrDigit(phrase[after]))) return true;
        }

        return false;
    }
}
