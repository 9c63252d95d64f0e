using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Adversary;

/// <summary>A message as it lies on a provider's locked disks.</summary>
/// <param name="Came">The envelope in which it came from its sender's phone.</param>
/// <param name="To">The recipients.</param>
/// <param name="Content">Its content, under the key of the disks.</param>
public sealed record LockedMessage(Envelope Came, IReadOnlyList<string> To, ReadOnlyMemory<byte> Content);
