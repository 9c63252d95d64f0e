using System.Text;
using CryptoLessons.Notebooks.Cells;

namespace CryptoLessons.Notebooks.Format;

/// <summary>The outputs of a cell as a file keeps them: what was written to one stream without anything between is one, however it came.</summary>
internal sealed class CellOutputs
{
    private readonly List<CellOutput> finished = [];
    private readonly StringBuilder text = new();
    private string stream = "";

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<CellOutput> All => text.Length == 0 ? [.. finished] : [.. finished, new StreamOutput(stream, text.ToString())];

    /// <summary>Adds the next.</summary>
    public void Add(CellOutput output)
    {
        var written = output as StreamOutput;
        if (text.Length > 0 && written?.Name != stream)
        {
            finished.Add(new StreamOutput(stream, text.ToString()));
            text.Clear();
        }
        if (written is null)
            finished.Add(output);
        else
        {
            stream = written.Name;
            text.Append(written.Text);
        }
    }
}
