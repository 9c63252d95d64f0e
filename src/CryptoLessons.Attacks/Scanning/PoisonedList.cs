using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Attacks.Scanning;

/// <summary>The list, put to another use: with the administrator's key, a text that somebody does not like is one more hash.</summary>
/// <remarks>
/// Not one line changes on a phone. It makes no difference to it whether the key was stolen, its owner changed their mind, or a law did. The
/// thief learns from then on who sends the text, and can open the reports.
/// </remarks>
public static class PoisonedList
{
    /// <summary>The next version of a list, with a text more.</summary>
    /// <param name="current">The list that phones have: every phone has it.</param>
    /// <param name="text">What shall be reported from now on.</param>
    /// <param name="administrator">The administrator's key pair, or a copy of it.</param>
    /// <param name="random">Where the signature's randomness comes from.</param>
    public static SignedScanList Add(ScanList current, string text, DhKeyPair administrator, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(current);
        return SignedScanList.Sign(current.WithText(text), administrator, random);
    }
}
