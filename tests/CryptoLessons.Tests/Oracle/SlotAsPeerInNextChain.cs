namespace CryptoLessons.Tests.Oracle;

/// <summary>As the peer towards the owner: message <paramref name="Index"/> of chain s+1, under the peer's genuine ratchet key.</summary>
internal sealed record SlotAsPeerInNextChain(int Index) : ForgeryAttempt;
