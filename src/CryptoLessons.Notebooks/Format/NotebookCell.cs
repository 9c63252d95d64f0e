using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CryptoLessons.Notebooks.Cells;

namespace CryptoLessons.Notebooks.Format;

/// <summary>A cell of a notebook.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its name in the file: 1 to 64 letters, digits, <c>-</c> and <c>_</c>; no other cell of the notebook has it.</param>
/// <param name="Source">Its text; lines end with <c>\n</c>.</param>
public sealed record NotebookCell(CellKind Kind, string Id, string Source)
{
    private const int IdBytes = 6;

    /// <summary>What a cell of code put out, in order; empty for others.</summary>
    public IReadOnlyList<CellOutput> Outputs { get; init; } = [];

    /// <summary>The number under which it ran; null when it did not.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>What tools noted on it, an object; null when they did not.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>Pictures that its prose shows, an object; null when there are none.</summary>
    public JsonElement? Attachments { get; init; }

    /// <summary>A cell without outputs, named after its place and its text, so that the same notebook always has the same names.</summary>
    /// <param name="index">Its place in the notebook, from 0.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="source">Its text.</param>
    public static NotebookCell Of(int index, CellKind kind, string source)
    {
        byte[] whole = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{index} {kind} {source}"));
        return new(kind, Convert.ToHexStringLower(SHA256.HashData(whole).AsSpan(0, IdBytes)), source);
    }
}
