using System.Runtime.CompilerServices;

namespace CryptoLessons.Protocol.Curve25519;

/// <content>The inverse: a fixed power, so the same multiplications run for every value.</content>
internal readonly partial struct LaneElement<TLanes>
{
    /// <summary>1 / value by Fermat's little theorem, value^(p-2), in <see cref="FieldElement"/>'s steps; the inverse of 0 comes out as 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LaneElement<TLanes> Invert()
    {
        LaneElement<TLanes> power2 = Square(1);
        LaneElement<TLanes> power9 = (power2.Square(2) * this).Carry();
        LaneElement<TLanes> power11 = (power9 * power2).Carry();
        LaneElement<TLanes> ones5 = (power11.Square(1) * power9).Carry();                   // 31 = 2 * 11 + 9
        LaneElement<TLanes> ones10 = (ones5.Square(5) * ones5).Carry();
        LaneElement<TLanes> ones20 = (ones10.Square(10) * ones10).Carry();
        LaneElement<TLanes> ones40 = (ones20.Square(20) * ones20).Carry();
        LaneElement<TLanes> ones50 = (ones40.Square(10) * ones10).Carry();
        LaneElement<TLanes> ones100 = (ones50.Square(50) * ones50).Carry();
        LaneElement<TLanes> ones200 = (ones100.Square(100) * ones100).Carry();
        LaneElement<TLanes> ones250 = (ones200.Square(50) * ones50).Carry();
        return (ones250.Square(5) * power11).Carry();                                       // p - 2 = (2^250 - 1) 2^5 + 11
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private LaneElement<TLanes> Square(int times)
    {
        LaneElement<TLanes> square = this;
        for (int i = 0; i < times; i++)
            square = square.Square().Carry();
        return square;
    }
}
