using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Adversary;

/// <summary>What an active attack read, and what it did to the people's messages.</summary>
/// <param name="Reading">What was read, held against the truth.</param>
/// <param name="Deliveries">Every envelope that reached a device after the compromise, in order.</param>
/// <param name="Detected">What the people know when the conversation is over, by comparing or from their devices.</param>
/// <param name="FirstDetected">With the delivery of which message they could first know it, counted from 1 after the compromise, bystanders' messages
/// too; null when never.</param>
public sealed record ActiveVerdict(Verdict Reading, IReadOnlyList<Delivery> Deliveries, Noticed Detected, int? FirstDetected)
{
    /// <summary>Whether the people could know: a message that a device could not open tells its owner too.</summary>
    public Noticed Noticed => Deliveries.Any(delivery => delivery.Failure != DecryptFailure.None) ? Noticed.Automatically : Detected;
}
