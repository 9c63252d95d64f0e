using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>Whoever decides what phones look for, and reads what they report.</summary>
/// <remarks>
/// One key pair does both, as Signal's identity keys sign and agree. Phones carry the public half and trust whatever it signs. Nothing
/// here, and nothing on a phone, knows what a list may be used for.
/// </remarks>
/// <param name="random">Where the key pair and the signatures' randomness come from.</param>
public sealed class ListAdministrator(RandomSource random)
{
    private readonly DhKeyPair keyPair = DhKeyPair.Generate(random);

    /// <summary>The key with which phones check lists, and to which they seal reports.</summary>
    public DhPublicKey PublicKey => keyPair.Public;

    /// <summary>Signs a list for all phones.</summary>
    public SignedScanList Sign(ScanList list) => SignedScanList.Sign(list, keyPair, random);

    /// <summary>Reads what a phone reported.</summary>
    /// <returns>The message's content; null when the report was not sealed to this administrator, or was changed.</returns>
    public byte[]? Open(ScanReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Open(keyPair);
    }

    /// <summary>The theft: a copy of the key pair, which opens the same reports and signs lists that phones cannot tell from genuine ones.</summary>
    public DhKeyPair Leak() => keyPair.Copy();
}
