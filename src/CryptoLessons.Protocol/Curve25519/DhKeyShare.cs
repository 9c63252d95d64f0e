using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Curve25519;

/// <summary>One of n shares of a Curve25519 private key, any t of which can agree with a public key together, and t - 1 of which know nothing.</summary>
/// <remarks>
/// The shares are values of a random polynomial of degree t - 1 modulo the group's order (Shamir, "How to share a secret", 1979). Each
/// holder multiplies the public key with the share; the products add up, with Lagrange's coefficients, to the agreement
/// of the whole key, which is never put together anywhere (Desmedt and Frankel, "Threshold cryptosystems", 1989).
/// What is shared is an eighth of the key, and it is multiplied with eight times the public key: a clamped key is a multiple of 8, and
/// eight times any point lies in the group whose order is the modulus.
/// </remarks>
public sealed class DhKeyShare : Secret
{
    private static readonly Scalar Eighth = Scalar.Invert(Scalar.FromSmall(8));

    private DhKeyShare(uint index, ReadOnlySpan<byte> share)
        : base(share) => Index = index;

    /// <summary>Number of the share, from 1: where the polynomial was evaluated.</summary>
    public uint Index { get; }

    /// <summary>Splits a private key.</summary>
    /// <param name="key">The key; whoever splits it should forget it.</param>
    /// <param name="threshold">How many shares are needed: t, at least 1.</param>
    /// <param name="count">How many shares there are: n, at least t.</param>
    /// <param name="random">Where the polynomial's coefficients come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">t is below 1 or above n.</exception>
    public static IReadOnlyList<DhKeyShare> Split(DhPrivateKey key, int threshold, int count, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, count);
        var coefficients = new Scalar[threshold];
        coefficients[0] = Scalar.FromBytes(key.Bytes) * Eighth;
        Span<byte> wide = stackalloc byte[2 * Scalar.Size];
        for (int i = 1; i < threshold; i++)
        {
            random.Fill(wide);
            coefficients[i] = Scalar.FromBytes(wide);
        }
        var shares = new DhKeyShare[count];
        Span<byte> share = stackalloc byte[Scalar.Size];
        for (uint index = 1; index <= count; index++)
        {
            // Horner's rule, from the highest coefficient down.
            Scalar value = default, x = Scalar.FromSmall(index);
            for (int i = threshold - 1; i >= 0; i--)
                value = Scalar.MultiplyAdd(value, x, coefficients[i]);
            value.ToBytes(share);
            shares[index - 1] = new(index, share);
            Scalar.Wipe(ref value);
        }
        for (int i = 0; i < threshold; i++)
            Scalar.Wipe(ref coefficients[i]);
        CryptographicOperations.ZeroMemory(wide);
        CryptographicOperations.ZeroMemory(share);
        return shares;
    }

    /// <summary>A copy that is wiped on its own.</summary>
    public DhKeyShare Copy() => new(Index, Bytes);

    /// <summary>This holder's part of the agreement with a public key.</summary>
    /// <returns>Null when the public key is no point of the curve.</returns>
    public PartialAgreement? Agree(DhPublicKey their)
    {
        ArgumentNullException.ThrowIfNull(their);
        // Either sign serves: the secret is a u-coordinate, which has none.
        if (!EdwardsPoint.TryFromMontgomery(their.U, sign: 0, out EdwardsPoint point))
            return null;
        byte[] product = new byte[EdwardsPoint.Size];
        Scalar share = Scalar.FromBytes(Bytes);
        new PointTable(point.Double().Double().Double()).Multiply(share).Compress(product);
        Scalar.Wipe(ref share);
        return new(Index, product);
    }

    /// <summary>Puts the parts together, as anybody can who has t of them.</summary>
    /// <param name="parts">At least t parts of one agreement, by different shares of one key; a point that somebody made up gives another secret.</param>
    /// <returns>What the whole key would have agreed on, if there are enough parts; null when a part is no point, two are of one share, a
    /// number is 0, or the sum is the neutral element.</returns>
    public static SharedSecret? Combine(IReadOnlyList<PartialAgreement> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        // At 0 lies the key itself: a part of that number would be the whole sum.
        if (parts.Any(part => part.Index == 0) || parts.DistinctBy(part => part.Index).Count() != parts.Count)
            return null;
        EdwardsPoint sum = EdwardsPoint.Identity;
        foreach (PartialAgreement part in parts)
        {
            if (part.Point.Length != EdwardsPoint.Size || !EdwardsPoint.TryDecompress(part.Point.Span, out EdwardsPoint point))
                return null;
            sum += new PointTable(point).Multiply(Lagrange(part.Index, parts));
        }
        Span<byte> u = stackalloc byte[DhPublicKey.Size];
        sum.ToMontgomery(u);
        SharedSecret? secret = u.IndexOfAnyExcept((byte)0) < 0 ? null : new(u);
        CryptographicOperations.ZeroMemory(u);
        return secret;
    }

    /// <summary>The weight of one share at 0: the product of j / (j - i) over the others.</summary>
    private static Scalar Lagrange(uint index, IReadOnlyList<PartialAgreement> parts)
    {
        Scalar numerator = Scalar.FromSmall(1), denominator = Scalar.FromSmall(1), minusIndex = -Scalar.FromSmall(index);
        foreach (uint other in parts.Select(part => part.Index).Where(other => other != index))
        {
            numerator *= Scalar.FromSmall(other);
            denominator *= Scalar.FromSmall(other) + minusIndex;
        }
        return numerator * Scalar.Invert(denominator);
    }
}
