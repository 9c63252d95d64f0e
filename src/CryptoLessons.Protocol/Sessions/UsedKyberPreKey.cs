namespace CryptoLessons.Protocol.Sessions;

/// <summary>Which of the responder's post-quantum prekeys opened a session, and what was encapsulated to it.</summary>
/// <param name="Id">Number of the prekey.</param>
/// <param name="Ciphertext">The KEM's ciphertext (CT), 1568 bytes.</param>
public sealed record UsedKyberPreKey(uint Id, ReadOnlyMemory<byte> Ciphertext);
