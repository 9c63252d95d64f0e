namespace CryptoLessons.Protocol.Sessions;

/// <summary>What a relay carries: who writes to whom, when, and the ciphertext. None of this but the content is hidden from it.</summary>
/// <param name="From">The sender's name.</param>
/// <param name="To">The recipient's name.</param>
/// <param name="Time">When it was sent, UTC.</param>
/// <param name="Message">The ciphertext message.</param>
/// <param name="Device">Number of the recipient's device, from 1.</param>
public sealed record Envelope(string From, string To, DateTimeOffset Time, CiphertextMessage Message, uint Device = 1);
