using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Reports.Pictures;

/// <summary>One message in its chain, as anybody on the wire sees it.</summary>
/// <param name="Message">Number of the message.</param>
/// <param name="From">The sender.</param>
/// <param name="Chain">Number of the chain among the two people's, from 0 in the order in which they began, as derivations count them.</param>
/// <param name="RatchetKey">The chain's ratchet key: the first four bytes in hexadecimal.</param>
/// <param name="Opens">Whether it is the first message of its chain on the wire.</param>
/// <param name="Read">Whether the thief read it.</param>
internal sealed record Bead(int Message, string From, int Chain, string RatchetKey, bool Opens, bool Read)
{
    /// <summary>The messages between two people in the order of sending.</summary>
    public static Bead[] Of(Transcript transcript, Verdict verdict, string one, string other)
    {
        var chains = new Dictionary<(string, DhPublicKey), int>();
        var beads = new List<Bead>();
        foreach (TranscriptEntry entry in transcript.Entries)
        {
            var (from, to) = (entry.Envelope.From, entry.Envelope.To);
            if (((from, to) != (one, other) && (from, to) != (other, one)) || transcript.Parse(entry) is not { Header: var header })
                continue;
            bool opens = chains.TryAdd((from, header.Dh), chains.Count);
            string key = Convert.ToHexStringLower(header.Dh.U[..4]);
            bool read = verdict.Recovered.ContainsKey(entry.Message);
            beads.Add(new(entry.Message, from, chains[(from, header.Dh)], key, opens, read));
        }
        return [.. beads];
    }
}
