using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Groups;

/// <summary>The sender keys of one sender in one distribution: the newest, and older ones under which messages may still be on their way.</summary>
public sealed class SenderKeyRecord : IDisposable
{
    private readonly List<SenderKeyState> states;

    internal SenderKeyRecord(params IEnumerable<SenderKeyState> states) => this.states = [.. states];

    /// <summary>The states, newest first; no two have the same chain number.</summary>
    public IReadOnlyList<SenderKeyState> States => states;

    /// <summary>The state of a chain; null when none is kept.</summary>
    public SenderKeyState? Find(uint chainId) => states.Find(state => state.ChainId == chainId);

    internal SenderKeyRecord Copy() => new(states.Select(state => state.Copy()));

    /// <summary>Puts what was distributed in front. A chain that is known stays where it is: no one can make it go back.</summary>
    internal void Add(SenderKeyDistributionMessage message, RatchetLimits limits)
    {
        SenderKeyState? known = Find(message.ChainId);
        if (known is not null)
            states.Remove(known);
        if (known is not null && !known.SigningKey.Equals(message.SigningKey))
        {
            known.Dispose();
            known = null;
        }
        states.Insert(0, known ?? new(message.ChainId, message.SigningKey, new(message.ChainKey.Copy(), message.Iteration)));
        for (; states.Count > limits.ReceivingChains; states.RemoveAt(states.Count - 1))
            states[^1].Dispose();
    }

    /// <summary>Wipes every key.</summary>
    public void Dispose()
    {
        foreach (SenderKeyState state in states)
            state.Dispose();
    }
}
