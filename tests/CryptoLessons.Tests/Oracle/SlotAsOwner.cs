namespace CryptoLessons.Tests.Oracle;

/// <summary>As the owner towards the peer: message <paramref name="Index"/> of chain s. While nobody answered Alice, the thief wraps it as
/// her session does, in the prekey message that the stolen state still holds.</summary>
internal sealed record SlotAsOwner(int Index) : ForgeryAttempt;
