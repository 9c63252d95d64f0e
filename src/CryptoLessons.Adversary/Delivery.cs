using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Adversary;

/// <summary>What became of one envelope at its recipient's device.</summary>
/// <param name="Message">Number of the message it was sent for.</param>
/// <param name="To">The recipient.</param>
/// <param name="Intercepted">Whether it passed through the attacker's hands, or went undisturbed after the attacker had left.</param>
/// <param name="Failure">What the device said.</param>
/// <param name="AsSaid">Whether the recipient's app showed exactly what the sender had said.</param>
public sealed record Delivery(int Message, string To, bool Intercepted, DecryptFailure Failure, bool AsSaid);
