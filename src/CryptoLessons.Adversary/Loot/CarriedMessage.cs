using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>A message as a provider keeps it that reads what it carries.</summary>
/// <param name="Came">The envelope in which it came from its sender's phone.</param>
/// <param name="To">The recipients.</param>
/// <param name="Content">Its content.</param>
public sealed record CarriedMessage(Envelope Came, IReadOnlyList<string> To, ReadOnlyMemory<byte> Content);
