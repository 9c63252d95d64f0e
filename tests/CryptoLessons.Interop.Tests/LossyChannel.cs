using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>A channel that loses messages, delays them and changes their order.</summary>
/// <param name="duo">Who writes to each other.</param>
/// <param name="loss">Share of messages that never arrive.</param>
/// <param name="delay">Largest number of bursts that a message is late.</param>
internal sealed class LossyChannel(Duo duo, double loss, int delay)
{
    private const int LongestBurst = 6;

    private List<(int Due, Letter Letter)> underWay = [];
    private int lost;

    /// <summary>Plays bursts by either party; what has not been lost arrives in the end.</summary>
    /// <param name="bursts">How many.</param>
    /// <param name="inspect">Sees every message as it is written, also those that will be lost.</param>
    public void Play(int bursts, Action<Letter>? inspect = null)
    {
        for (int now = 0; now < bursts; now++)
        {
            Party writer = duo.Anybody();
            for (int left = duo.Random.Next(LongestBurst) + 1; left > 0; left--)
                Send(duo.Write(writer), now, inspect);
            Deliver(now);
        }
        Deliver(int.MaxValue);
        TestContext.Out.WriteLine($"{lost} messages were lost");
    }

    private void Send(Letter letter, int now, Action<Letter>? inspect)
    {
        inspect?.Invoke(letter);
        if (duo.Random.NextDouble() < loss)
            lost++;
        else
            underWay.Add((now + duo.Random.Next(delay + 1), letter));
    }

    private void Deliver(int now)
    {
        Letter[] due = [.. underWay.Where(entry => entry.Due <= now).Select(entry => entry.Letter)];
        underWay = [.. underWay.Where(entry => entry.Due > now)];
        duo.Random.Shuffle(due);
        foreach (Letter letter in due)
            letter.To.Open(letter);
    }
}
