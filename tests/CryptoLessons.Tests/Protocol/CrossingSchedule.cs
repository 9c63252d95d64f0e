using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Two devices that open sessions with each other at the same time, and a relay that loses, repeats and reorders what crosses.</summary>
internal sealed class CrossingSchedule
{
    // So few that no receiving chain falls out: whatever arrives has to open.
    private const int MostSent = 5;

    private readonly Random random;
    private readonly Suite suite;
    private readonly bool oneTimePreKeys;
    private readonly End[] ends;
    private readonly List<Letter> underWay = [];
    private readonly List<Letter> opened = [];

    public CrossingSchedule(Random random, Suite suite, int sessionsEach, bool oneTimePreKeys)
    {
        (this.random, this.suite, this.oneTimePreKeys) = (random, suite, oneTimePreKeys);
        long seed = random.NextInt64();
        ends = [new(new(suite, "alice", seed), sessionsEach), new(new(suite, "bob", seed), sessionsEach)];
    }

    public DeviceParty Alice => ends[0].Party;

    public DeviceParty Bob => ends[1].Party;

    /// <summary>Whether both would send their next message in the same session.</summary>
    public bool Converged => Alice.CurrentWith(Bob) is { } baseKey && baseKey.Equals(Bob.CurrentWith(Alice));

    /// <summary>Both open their sessions, write, and receive what comes, in random order, until every session is open and everything is
    /// written.</summary>
    public void Cross()
    {
        while (ends.Any(end => end.ToStart > 0 || end.Sent < MostSent))
        {
            int number = random.Next(ends.Length);
            End end = ends[number];
            DeviceParty peer = ends[1 - number].Party;
            switch (random.Next(10))
            {
                case 0 or 1 when end.ToStart > 0:
                    end.ToStart--;
                    end.Party.Starts(peer, peer.Publish(oneTimePreKeys));
                    break;
                case >= 2 and <= 5 when end.Sent < MostSent && end.Party.Device.HasSession(peer.Name):
                    string text = $"{end.Party.Name} {end.Sent++}";
                    underWay.Add(new(end.Party, peer, end.Party.Send(peer, text), text));
                    break;
                case 6 or 7 when underWay.Count > 0: Deliver(random.Next(underWay.Count)); break;
                case 8 when underWay.Count > 0 && random.Next(2) == 0: underWay.RemoveAt(random.Next(underWay.Count)); break;
                case 8 when opened.Count > 0: Repeat(opened[random.Next(opened.Count)]); break;
                case 9 when random.Next(4) == 0: end.Party.Reload(suite); break;
            }
        }
    }

    /// <summary>What is still under way arrives, in random order.</summary>
    public void DeliverTheRest()
    {
        while (underWay.Count > 0)
            Deliver(random.Next(underWay.Count));
    }

    /// <summary>Everything that ever arrived arrives once more.</summary>
    public void RepeatEverything() => opened.ForEach(Repeat);

    private void Deliver(int index)
    {
        Letter letter = underWay[index];
        underWay.RemoveAt(index);
        letter.To.Opens(letter.From, letter.Message, letter.Text);
        opened.Add(letter);
    }

    private static void Repeat(Letter letter) => letter.To.Refuses(letter.From, letter.Message, DecryptFailure.Duplicate);

    private sealed class End(DeviceParty party, int toStart)
    {
        public DeviceParty Party { get; } = party;

        public int ToStart { get; set; } = toStart;

        public int Sent { get; set; }
    }

    private sealed record Letter(DeviceParty From, DeviceParty To, CiphertextMessage Message, string Text);
}
