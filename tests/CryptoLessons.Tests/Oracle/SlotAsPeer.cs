namespace CryptoLessons.Tests.Oracle;

/// <summary>As the peer towards the owner: message <paramref name="Index"/> of <paramref name="Chain"/>, a receiving chain s-1, s-3, ...;
/// chain -1 has Bob's signed prekey for its ratchet key.</summary>
internal sealed record SlotAsPeer(int Chain, int Index) : ForgeryAttempt
{
    /// <summary>The chain whose ratchet key is Bob's signed prekey. Alice keeps it from the start, and nothing genuine is sent in it.</summary>
    internal const int PreKeyChain = -1;
}
