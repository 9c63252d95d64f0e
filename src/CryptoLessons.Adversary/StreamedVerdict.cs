namespace CryptoLessons.Adversary;

/// <summary>What the thief of an access secret really read of a streamed play, counted.</summary>
/// <param name="Past">Messages read of those sent before the leak.</param>
/// <param name="PastOf">How many were sent before it.</param>
/// <param name="Future">Messages read of those sent after it.</param>
/// <param name="FutureOf">How many were sent after it.</param>
/// <param name="Wrong">Guesses that were wrong, or repeated.</param>
/// <param name="Exposed">Whoever sent or received a message that was read.</param>
/// <param name="Acted">Whether it took a place on the wire, and not the record alone.</param>
public sealed record StreamedVerdict(long Past, long PastOf, long Future, long FutureOf, long Wrong, IReadOnlySet<string> Exposed, bool Acted);
