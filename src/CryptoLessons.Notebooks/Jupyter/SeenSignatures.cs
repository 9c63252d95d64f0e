using System.Text;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>The signatures of messages that were taken, so that none is taken twice: who overheard one can send it again, signature and
/// all.</summary>
internal sealed class SeenSignatures
{
    /// <summary>How many are kept. A browser sends a few messages for each cell that is run, so this is weeks of work, in 12 MB; an older message
    /// could be sent again by somebody who read what passes between two programs of this machine, and who then needs no old message.</summary>
    public const int Most = 1 << 16;

    private readonly HashSet<string> known = [];
    private readonly Queue<string> order = new();

    /// <summary>Keeps a signature; false when it is already kept.</summary>
    public bool Add(ReadOnlySpan<byte> signature)
    {
        string text = Encoding.ASCII.GetString(signature);
        lock (order)
        {
            if (!known.Add(text))
                return false;
            order.Enqueue(text);
            if (order.Count > Most)
                known.Remove(order.Dequeue());
            return true;
        }
    }
}
