using System.Text;
using CryptoLessons.Lessons;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>What a running cell puts out, from whatever thread, until it is shown: small writes become one output.</summary>
internal sealed class CellScreen
{
    /// <summary>
    /// How much one cell may put out, in characters. A browser that is given more stops answering, and a loop that writes for ever would fill the
    /// memory: the writer cannot be made to wait, since it may hold the lock of the console, which whoever shows the outputs may need.
    /// </summary>
    public const int Room = 1 << 24;

    // A message of a kernel, or a line of a file, should not be much longer.
    private const int LongestText = 1 << 16;
    private const int CostOfADisplay = 1 << 10;
    private const string LeftOut = "[This cell has put out more than a notebook can show: the rest is left out.]\n";

    private readonly Lock turn = new();
    private readonly Queue<CellOutput> finished = new();
    private readonly StringBuilder text = new();
    private string stream = "";
    private int left = Room;
    private bool closed;

    /// <summary>Takes what was written to a stream of the console.</summary>
    public void Write(string name, ReadOnlySpan<char> written)
    {
        lock (turn)
        {
            if (written.IsEmpty || !Pay(written.Length))
                return;
            Turn(name);
            text.Append(written);
            while (text.Length > LongestText)
                Cut(LongestText);
        }
    }

    /// <summary>Takes what was displayed.</summary>
    public void Show(Exhibit exhibit, bool isResult = false)
    {
        lock (turn)
        {
            if (!Pay(CostOfADisplay + exhibit.Text.Length + (exhibit.Html?.Length ?? 0) + (exhibit.Svg?.Length ?? 0)))
                return;
            Flush(last: true);
            finished.Enqueue(new DisplayOutput(exhibit, isResult));
        }
    }

    /// <summary>Gives away what is there; after the last time, nothing more is taken: what a cell left running has nowhere to write.</summary>
    public IReadOnlyList<CellOutput> Take(bool last)
    {
        lock (turn)
        {
            Flush(last);
            closed |= last;
            CellOutput[] taken = [.. finished];
            finished.Clear();
            return taken;
        }
    }

    private bool Pay(int characters)
    {
        if (closed || left <= 0)
            return false;
        left -= characters;
        if (left > 0)
            return true;
        Turn("stderr");
        text.Append(LeftOut);
        return false;
    }

    private void Turn(string name)
    {
        if (name != stream)
            Flush(last: true);
        stream = name;
    }

    // What is left of a character of two halves waits for the other half, unless there is none to come.
    private void Flush(bool last)
    {
        while (text.Length > (last ? 0 : 1) || (text.Length == 1 && !char.IsHighSurrogate(text[0])))
            Cut(Math.Min(LongestText, text.Length));
    }

    private void Cut(int length)
    {
        if (length > 1 && char.IsHighSurrogate(text[length - 1]))
            length--;
        finished.Enqueue(new StreamOutput(stream, text.ToString(0, length)));
        text.Remove(0, length);
    }
}
