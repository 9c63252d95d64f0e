using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Whoever may order access: holds the key with which warrants are signed, and none that opens anything.</summary>
/// <param name="random">Where the signing key and the signatures' randomness come from.</param>
public sealed class Court(RandomSource random)
{
    private readonly DhKeyPair signingKey = DhKeyPair.Generate(random);

    /// <summary>The key under which the court's signatures verify.</summary>
    public DhPublicKey PublicKey => signingKey.Public;

    /// <summary>Signs an order.</summary>
    /// <param name="target">Whose messages.</param>
    /// <param name="from">First moment covered.</param>
    /// <param name="until">Last moment covered.</param>
    /// <exception cref="ArgumentException">The period ends before it begins.</exception>
    public Warrant Issue(string target, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        if (until < from)
            throw new ArgumentException("A warrant's period cannot end before it begins.", nameof(until));
        return new(target, from, until, XEdDsa.Sign(signingKey.Private, Warrant.SignedBytes(target, from, until), random));
    }

    /// <summary>Signs an order to a provider.</summary>
    /// <exception cref="ArgumentException">A period ends before it begins.</exception>
    public LawfulOrder Issue(OrderTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Covered.Until < terms.Covered.From || terms.Valid.Until < terms.Valid.From)
            throw new ArgumentException("An order's period cannot end before it begins.", nameof(terms));
        return new(terms, XEdDsa.Sign(signingKey.Private, terms.Serialize(), random));
    }
}
