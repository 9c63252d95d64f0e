using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.SeizedPhone;

/// <summary>Whoever makes a line of phones: holds the one key under which all of them accept firmware.</summary>
/// <param name="random">Where the signing key and the signatures' randomness come from.</param>
public sealed class PhoneMaker(RandomSource random)
{
    private readonly DhKeyPair signingKey = DhKeyPair.Generate(random);

    /// <summary>The key that every phone of this maker has built in.</summary>
    public DhPublicKey PublicKey => signingKey.Public;

    /// <summary>Signs a firmware, for every phone of this maker at once: it names none.</summary>
    public byte[] Sign(Firmware firmware)
    {
        ArgumentNullException.ThrowIfNull(firmware);
        return SignedAnswer.Sign(firmware.Serialize(), signingKey, random);
    }

    /// <summary>The theft: a copy of the private key.</summary>
    public DhKeyPair Leak() => signingKey.Copy();
}
