namespace CryptoLessons.Conversations;

/// <summary>Finds the chat text among the files of a folder or zip.</summary>
internal static class ChatFiles
{
    private const string IosName = "_chat.txt";

    /// <summary>The chat text's name; or <c>null</c>, with what is wrong and what to do.</summary>
    /// <remarks>iOS says <c>_chat.txt</c>; Android names the chat in the phone's language, with the word WhatsApp in it.</remarks>
    public static string? FindText(IEnumerable<string> names, out string? error)
    {
        List<string> texts = [.. names.Where(name => name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))];
        texts.Sort(StringComparer.Ordinal);
        error = null;
        if (texts.Contains(IosName)) return IosName;
        if (texts is [string only]) return only;
        List<string> named = [.. texts.Where(name => name.Contains("WhatsApp", StringComparison.OrdinalIgnoreCase))];
        if (named is [string export]) return export;

        error = texts.Count == 0
            ? "it holds no chat text; expected is _chat.txt or one other file that ends in .txt"
            : $"it holds {texts.Count} text files ({string.Join(", ", texts.Take(3).Select(name => Shown.Of(name)))}"
                + $"{(texts.Count > 3 ? ", ..." : "")}) and none is surely the chat; keep one, or name the file itself";
        return null;
    }
}
