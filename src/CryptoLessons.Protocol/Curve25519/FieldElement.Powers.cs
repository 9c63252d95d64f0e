namespace CryptoLessons.Protocol.Curve25519;

/// <content>Inverse and square root: fixed powers, so the same multiplications run for every value.</content>
internal readonly partial struct FieldElement
{
    /// <summary>A square root of -1: 2^((p-1)/4), because 2 is no square modulo p (RFC 8032 §5.1.3).</summary>
    public static readonly FieldElement SqrtMinusOne = FromSmall(2).PowerForRoot().Square() * FromSmall(2);

    /// <summary>1 / value by Fermat's little theorem, value^(p-2); the inverse of 0 comes out as 0.</summary>
    public FieldElement Invert()
    {
        FieldElement ones250 = PowerOfOnes250(out FieldElement power11);
        return ones250.Square(5) * power11;                             // p - 2 = (2^250 - 1) 2^5 + 11
    }

    /// <summary>Replaces each element, none of them 0, by its inverse: one inversion, and three products for each (Montgomery 1987).</summary>
    public static void Invert(Span<FieldElement> elements)
    {
        var products = new FieldElement[elements.Length];
        FieldElement product = One;
        for (int i = 0; i < elements.Length; i++)
        {
            products[i] = product;
            product *= elements[i];
        }
        FieldElement inverse = product.Invert();
        for (int i = elements.Length - 1; i >= 0; i--)
        {
            FieldElement element = elements[i];
            elements[i] = inverse * products[i];
            inverse *= element;
        }
    }

    /// <summary>The even square root of <paramref name="u"/> / <paramref name="v"/> (RFC 8032 §5.1.3).</summary>
    /// <param name="u">The numerator.</param>
    /// <param name="v">The denominator, not 0.</param>
    /// <param name="root">The root whose lowest bit is 0; meaningless when the result is 0.</param>
    /// <returns>1 when the root exists, else 0.</returns>
    public static ulong SqrtRatio(in FieldElement u, in FieldElement v, out FieldElement root)
    {
        FieldElement v3 = v.Square() * v;
        FieldElement v7 = v3.Square() * v;
        FieldElement x = u * v3 * (u * v7).PowerForRoot();

        // v x^2 is u times a fourth root of 1: with 1 the root is found, with -1 it lacks a factor sqrt(-1), else there is none.
        FieldElement check = v * x.Square();
        ulong found = AreEqual(check, u);
        ulong foundNegative = AreEqual(check, -u);
        x = Select(x, x * SqrtMinusOne, foundNegative);
        root = Select(x, -x, x.IsNegative());
        return found | foundNegative;
    }

    /// <summary>value^((p-5)/8), the power from which a square root is made.</summary>
    private FieldElement PowerForRoot() => PowerOfOnes250(out _).Square(2) * this;      // (p - 5)/8 = (2^250 - 1) 2^2 + 1

    /// <summary>value^(2^250 - 1): an exponent of 250 ones, doubled up from 5 ones; value^11 falls out on the way.</summary>
    private FieldElement PowerOfOnes250(out FieldElement power11)
    {
        FieldElement power2 = Square();
        FieldElement power9 = power2.Square(2) * this;
        power11 = power9 * power2;
        FieldElement ones5 = power11.Square() * power9;                 // 31 = 2 * 11 + 9
        FieldElement ones10 = ones5.Square(5) * ones5;
        FieldElement ones20 = ones10.Square(10) * ones10;
        FieldElement ones40 = ones20.Square(20) * ones20;
        FieldElement ones50 = ones40.Square(10) * ones10;
        FieldElement ones100 = ones50.Square(50) * ones50;
        FieldElement ones200 = ones100.Square(100) * ones100;
        return ones200.Square(50) * ones50;
    }

    private FieldElement Square(int times)
    {
        FieldElement square = this;
        for (int i = 0; i < times; i++)
            square = square.Square();
        return square;
    }
}
