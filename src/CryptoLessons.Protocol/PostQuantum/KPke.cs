namespace CryptoLessons.Protocol.PostQuantum;

/// <summary>K-PKE, the encryption inside Kyber and ML-KEM (FIPS 203 §5): the same in round 3 but for the seed of a key.</summary>
/// <param name="k">Rank: how many polynomials make a vector.</param>
/// <param name="du">Bits to which a coefficient of u is compressed.</param>
/// <param name="dv">Bits to which a coefficient of v is compressed.</param>
/// <remarks>By itself it keeps nothing from somebody who may have ciphertexts decrypted: for that the KEMs on it encrypt again.</remarks>
internal sealed class KPke(int k, int du, int dv)
{
    /// <summary>The parameters of Kyber-1024 (and ML-KEM-1024).</summary>
    public static KPke Kyber1024 { get; } = new(k: 4, du: 11, dv: 5);

    /// <summary>The parameters of ML-KEM-768 (FIPS 203 table 2).</summary>
    public static KPke MlKem768 { get; } = new(k: 3, du: 10, dv: 4);

    // One polynomial of t̂ in bytes: twelve bits a coefficient.
    private const int ElementSize = Polynomial.N / 8 * ByteCoding.CoefficientBits;

    /// <summary>Length of an encoded t̂, in bytes: 384k.</summary>
    public int VectorSize => k * ElementSize;

    /// <summary>Length of a public key t̂ || ρ, in bytes.</summary>
    public int KeySize => VectorSize + KyberHash.Size;

    /// <summary>Length of c1, in bytes: 32 du k.</summary>
    public int Ciphertext1Size => k * ByteCoding.Size(du);

    /// <summary>Length of c2, in bytes: 32 dv.</summary>
    public int Ciphertext2Size => ByteCoding.Size(dv);

    /// <summary>K-PKE.KeyGen (Algorithm 13).</summary>
    /// <param name="d">32 random bytes.</param>
    /// <param name="domain">What G reads after d: nothing in round 3, the byte k in FIPS 203.</param>
    /// <param name="key">Where the public key t̂ || ρ goes.</param>
    /// <returns>The private key ŝ.</returns>
    public NttPolynomial[] KeyGen(ReadOnlySpan<byte> d, ReadOnlySpan<byte> domain, Span<byte> key)
    {
        Span<byte> rho = key[VectorSize..], sigma = stackalloc byte[KyberHash.Size];
        KyberHash.G(d, domain, rho, sigma);
        NttPolynomial[] sHat = SampleVector(sigma, counter: 0);
        NttPolynomial[] eHat = SampleVector(sigma, counter: k);
        for (int i = 0; i < k; i++)
        {
            NttPolynomial tHat = eHat[i];
            for (int j = 0; j < k; j++)
                tHat.AddProduct(Sampling.SampleNtt(rho, j, i), sHat[j]);
            ByteCoding.Encode(ByteCoding.CoefficientBits, tHat.Coefficients, key.Slice(i * ElementSize, ElementSize));
        }
        sigma.Clear();
        return sHat;
    }

    /// <summary>The first half of K-PKE.Encrypt (Algorithm 14): c1, which is u compressed. It needs neither the message nor t̂.</summary>
    /// <param name="rho">ρ, 32 bytes.</param>
    /// <param name="r">32 bytes from which all that is random comes.</param>
    public byte[] Encrypt1(ReadOnlySpan<byte> rho, ReadOnlySpan<byte> r)
    {
        byte[] c1 = new byte[Ciphertext1Size];
        NttPolynomial[] yHat = SampleVector(r, counter: 0);
        for (int i = 0; i < k; i++)
        {
            var sum = new NttPolynomial();
            for (int j = 0; j < k; j++)
                // Safe because u = Aᵀy: the indices are the other way round than in KeyGen.
                sum.AddProduct(Sampling.SampleNtt(rho, i, j), yHat[j]);
            Polynomial e1 = Sampling.SamplePolyCbd(r, k + i);
            sum.ToPolynomial().Add(e1).Compress(du, c1.AsSpan(i * ByteCoding.Size(du)));
        }
        Wipe(yHat);
        return c1;
    }

    /// <summary>The second half: c2, which is v compressed.</summary>
    /// <param name="vector">t̂ encoded.</param>
    /// <param name="m">The message, 32 bytes.</param>
    /// <param name="r">The bytes that the first half had. Both draw the same y from them.</param>
    public byte[] Encrypt2(ReadOnlySpan<byte> vector, ReadOnlySpan<byte> m, ReadOnlySpan<byte> r)
    {
        byte[] c2 = new byte[Ciphertext2Size];
        NttPolynomial[] yHat = SampleVector(r, counter: 0);
        var sum = new NttPolynomial();
        for (int i = 0; i < k; i++)
            sum.AddProduct(Decode(vector, i), yHat[i]);
        Polynomial e2 = Sampling.SamplePolyCbd(r, 2 * k);
        Polynomial mu = Polynomial.Decompress(1, m);
        sum.ToPolynomial().Add(e2).Add(mu).Compress(dv, c2);
        mu.Wipe();
        Wipe(yHat);
        return c2;
    }

    /// <summary>K-PKE.Decrypt (Algorithm 15).</summary>
    /// <param name="sHat">ŝ.</param>
    /// <param name="c1">u compressed.</param>
    /// <param name="c2">v compressed.</param>
    /// <param name="m">Where the message goes: 32 bytes.</param>
    public void Decrypt(NttPolynomial[] sHat, ReadOnlySpan<byte> c1, ReadOnlySpan<byte> c2, Span<byte> m)
    {
        var sum = new NttPolynomial();
        for (int i = 0; i < k; i++)
        {
            Polynomial u = Polynomial.Decompress(du, c1.Slice(i * ByteCoding.Size(du), ByteCoding.Size(du)));
            sum.AddProduct(sHat[i], NttPolynomial.From(u));
        }
        Polynomial w = Polynomial.Decompress(dv, c2).Subtract(sum.ToPolynomial());
        w.Compress(1, m);
        w.Wipe();
    }

    /// <summary>Whether every coefficient of an encoded t̂ is below q (FIPS 203 §7.2, the modulus check).</summary>
    public bool IsCanonical(ReadOnlySpan<byte> vector)
    {
        Span<byte> encoded = stackalloc byte[ElementSize];
        for (int i = 0; i < k; i++)
        {
            ByteCoding.Encode(ByteCoding.CoefficientBits, Decode(vector, i).Coefficients, encoded);
            if (!vector.Slice(i * ElementSize, ElementSize).SequenceEqual(encoded))
                return false;
        }
        return true;
    }

    /// <summary>Overwrites a vector with zeros.</summary>
    public static void Wipe(NttPolynomial[] vector)
    {
        foreach (NttPolynomial element in vector)
            element.Wipe();
    }

    // k small polynomials, in the NTT's domain.
    private NttPolynomial[] SampleVector(ReadOnlySpan<byte> seed, int counter)
    {
        var vector = new NttPolynomial[k];
        for (int i = 0; i < k; i++)
        {
            Polynomial f = Sampling.SamplePolyCbd(seed, counter + i);
            vector[i] = NttPolynomial.From(f);
            f.Wipe();
        }
        return vector;
    }

    private static NttPolynomial Decode(ReadOnlySpan<byte> vector, int i)
    {
        var element = new NttPolynomial();
        ByteCoding.Decode(ByteCoding.CoefficientBits, vector.Slice(i * ElementSize, ElementSize), element.Coefficients);
        return element;
    }
}
