using System.Text.RegularExpressions;

namespace CryptoLessons.Differences;

/// <summary>The source of a class of functions, which its assembly carries with it: what is shown is what was compiled.</summary>
/// <remarks>
/// Members are told by indentation alone, which every file of this repository keeps: a member begins on a line indented by four
/// spaces, and goes on over blank lines, deeper lines, and lines of four spaces that open or close a bracket.
/// </remarks>
internal sealed class SourceFile
{
    private const int Indentation = 4;

    private readonly string[] lines;

    /// <summary>The text of a file with one class in it.</summary>
    public SourceFile(string text) => lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>What the class's documentation says first, without its markup; empty when it says nothing.</summary>
    public string Summary
    {
        get
        {
            IEnumerable<string> documentation = lines.SkipWhile(line => !line.StartsWith("/// <summary>", StringComparison.Ordinal))
                .TakeWhile(line => line.StartsWith("///", StringComparison.Ordinal)).Select(line => line[3..].Trim());
            string summary = Regex.Match(string.Join(' ', documentation), "<summary>(.*?)</summary>").Groups[1].Value.Trim();
            return Regex.Replace(Regex.Replace(summary, @"<\w+ \w+=""([^""]*)""/>", "`$1`"), "</?c>", "`");
        }
    }

    /// <summary>Every member, as it stands in the file without its documentation, attributes and indentation.</summary>
    public IEnumerable<string> All
    {
        get
        {
            // Parameters of the class itself may stand above the bracket, indented as a member is.
            for (int first = Array.IndexOf(lines, "{") + 1; first < lines.Length; first++)
                if (Begins(lines[first]))
                {
                    int end = first + 1;
                    while (end < lines.Length && GoesOn(lines[end]))
                        end++;
                    yield return string.Join('\n', lines[first..end].Select(line => line.Length > Indentation ? line[Indentation..] : "")).TrimEnd();
                    first = end - 1;
                }
        }
    }

    /// <summary>The source of a class.</summary>
    /// <exception cref="ArgumentException">Its assembly does not carry it.</exception>
    public static SourceFile Of(Type type)
    {
        string name = $"{type.FullName}.cs";
        using Stream stream = type.Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"The assembly of {type} does not carry its source: its project file has to embed {name}.", nameof(type));
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd());
    }

    /// <summary>The members of that name, more than one when it has overloads.</summary>
    public IEnumerable<string> Members(string name) => All.Where(member => Declares(member, name));

    /// <summary>Whether a member has that name.</summary>
    public static bool Declares(string member, string name)
    {
        // Modifiers and type come before the name; the type may be a tuple, with brackets of its own.
        Match header = Regex.Match(member, $@"^[^(={{]*(\([^()]*\)[^(={{]*)?\s{Regex.Escape(name)}\s*(\(|<|=>|{{|=|;|$)", RegexOptions.Multiline);
        return header is { Success: true, Index: 0 };
    }

    private static bool Begins(string line) =>
        line.Length > Indentation && string.IsNullOrWhiteSpace(line[..Indentation]) && char.IsLetter(line[Indentation]);

    private static bool GoesOn(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return true;
        int indentation = line.Length - line.TrimStart().Length;
        return indentation > Indentation || (indentation == Indentation && (line[Indentation] is '{' or '}' or ')' or ']' || line.Trim() == "["));
    }
}
