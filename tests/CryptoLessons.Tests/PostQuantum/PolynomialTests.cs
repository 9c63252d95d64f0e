using CryptoLessons.Protocol.PostQuantum;
using NUnit.Framework;

namespace CryptoLessons.Tests.PostQuantum;

/// <summary>The NTT against its definition, and products through it against those of the schoolbook.</summary>
[TestFixture]
internal sealed class PolynomialTests
{
    private const int Q = 3329;

    private static IEnumerable<Polynomial> Polynomials(int count)
    {
        Random random = PrintedSeed.NewRandom();
        yield return Of(_ => 0);
        yield return Of(_ => Q - 1);
        yield return Of(i => i == 255 ? 1 : 0);
        for (int n = 0; n < count; n++)
            yield return Of(_ => random.Next(Q));
    }

    [Test]
    public void TheInverseUndoesTheNtt()
    {
        foreach (Polynomial f in Polynomials(20))
            Assert.That(NttPolynomial.From(f).ToPolynomial().Coefficients.ToArray(), Is.EqualTo(f.Coefficients.ToArray()));
    }

    [Test]
    public void TheNttIsTheRemaindersModuloXSquaredLessOddPowersOfZeta()
    {
        foreach (Polynomial f in Polynomials(2))
        {
            ushort[] transformed = NttPolynomial.From(f).Coefficients.ToArray();
            for (int i = 0; i < 128; i++)
            {
                // 17^(2 BitRev7(i) + 1), with the seven bits reversed as digits.
                string reversed = new([.. Convert.ToString(i, 2).PadLeft(7, '0').Reverse()]);
                long gamma = Enumerable.Repeat(17L, 2 * Convert.ToInt32(reversed, 2) + 1).Aggregate((a, b) => a * b % Q);
                long even = 0, odd = 0;
                for (int j = 254; j >= 0; j -= 2)
                    (even, odd) = ((even * gamma + f.Coefficients[j]) % Q, (odd * gamma + f.Coefficients[j + 1]) % Q);
                Assert.That((transformed[2 * i], transformed[2 * i + 1]), Is.EqualTo((even, odd)), $"remainder {i}");
            }
        }
    }

    [Test]
    public void AProductThroughTheNttIsTheSchoolbooks()
    {
        Polynomial[] all = [.. Polynomials(6)];
        foreach (Polynomial f in all)
            foreach (Polynomial g in all)
            {
                var product = new NttPolynomial();
                product.AddProduct(NttPolynomial.From(f), NttPolynomial.From(g));
                Assert.That(product.ToPolynomial().Coefficients.ToArray(), Is.EqualTo(Schoolbook(f, g)));
            }
    }

    [Test]
    public void ProductsAddUp()
    {
        Polynomial[] all = [.. Polynomials(4)];
        var sum = new NttPolynomial();
        int[] expected = new int[Polynomial.N];
        for (int i = 0; i + 1 < all.Length; i++)
        {
            sum.AddProduct(NttPolynomial.From(all[i]), NttPolynomial.From(all[i + 1]));
            expected = [.. expected.Zip(Schoolbook(all[i], all[i + 1]), (a, b) => (a + b) % Q)];
        }
        Assert.That(sum.ToPolynomial().Coefficients.ToArray(), Is.EqualTo(expected));
    }

    [Test]
    public void AddsAndSubtractsEachCoefficient()
    {
        Polynomial[] all = [.. Polynomials(3)];
        foreach (Polynomial f in all)
            foreach (Polynomial g in all)
            {
                int[] sum = [.. Enumerable.Range(0, Polynomial.N).Select(i => (f.Coefficients[i] + g.Coefficients[i]) % Q)];
                int[] difference = [.. Enumerable.Range(0, Polynomial.N).Select(i => (f.Coefficients[i] + Q - g.Coefficients[i]) % Q)];
                Assert.That(Copy(f).Add(g).Coefficients.ToArray(), Is.EqualTo(sum));
                Assert.That(Copy(f).Subtract(g).Coefficients.ToArray(), Is.EqualTo(difference));
            }
    }

    [Test]
    public void ACopyIsWipedOnItsOwn()
    {
        NttPolynomial f = NttPolynomial.From(Of(i => i + 1));
        NttPolynomial copy = f.Copy();
        f.Wipe();
        Assert.That(f.Coefficients.ToArray(), Has.All.Zero);
        Assert.That(copy.Coefficients.ToArray(), Is.EqualTo(NttPolynomial.From(Of(i => i + 1)).Coefficients.ToArray()));
    }

    // X^256 is -1: what goes over the top comes back below with the other sign.
    private static int[] Schoolbook(Polynomial f, Polynomial g)
    {
        long[] product = new long[Polynomial.N];
        for (int i = 0; i < Polynomial.N; i++)
            for (int j = 0; j < Polynomial.N; j++)
                product[(i + j) % Polynomial.N] += (i + j < Polynomial.N ? 1 : -1) * f.Coefficients[i] * g.Coefficients[j];
        return [.. product.Select(c => (int)(((c % Q) + Q) % Q))];
    }

    private static Polynomial Copy(Polynomial f) => Of([.. f.Coefficients]);

    private static Polynomial Of(ushort[] coefficients) => Of(i => coefficients[i]);

    private static Polynomial Of(Func<int, int> coefficient)
    {
        var f = new Polynomial();
        for (int i = 0; i < Polynomial.N; i++)
            f.Coefficients[i] = (ushort)coefficient(i);
        return f;
    }
}
