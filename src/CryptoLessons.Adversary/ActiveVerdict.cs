using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Adversary;

/// <summary>What an active attack read, and what it did to the people's messages.</summary>
/// <param name="Reading">What was read, held against the truth.</param>
/// <param name="Deliveries">Every envelope that reached a device after the compromise, in order.</param>
public sealed record ActiveVerdict(Verdict Reading, IReadOnlyList<Delivery> Deliveries)
{
    /// <summary>Whether a device told its owner by itself, by a message that it could not open.</summary>
    public Noticed Noticed => Deliveries.Any(delivery => delivery.Failure != DecryptFailure.None) ? Noticed.Automatically : Noticed.No;
}
