using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.SeizedPhone;

/// <summary>A code of a few decimal digits, as people type it to unlock a phone.</summary>
public sealed class Passcode
{
    /// <summary>The most digits that a code may have here.</summary>
    public const int MostDigits = 9;

    private readonly int number;

    /// <summary>A code.</summary>
    /// <param name="number">The digits read as a number, from 0.</param>
    /// <param name="digits">How many digits, from 1 to <see cref="MostDigits"/>; leading zeros count.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such digits, or the number has more of them.</exception>
    public Passcode(int number, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Count(digits));
        (this.number, Digits) = (number, digits);
    }

    /// <summary>How many digits it has.</summary>
    public int Digits { get; }

    /// <summary>How many codes of so many digits there are.</summary>
    public static int Count(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MostDigits);
        return Enumerable.Repeat(10, digits).Aggregate((count, ten) => count * ten);
    }

    /// <summary>A code that is as likely as any other of so many digits: kinder to the owner than the codes that people choose.</summary>
    public static Passcode Random(int digits, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        uint count = (uint)Count(digits), fair = uint.MaxValue - uint.MaxValue % count, drawn;
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        do
        {
            random.Fill(bytes);
            drawn = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }
        while (drawn >= fair);
        return new((int)(drawn % count), digits);
    }

    /// <summary>Every code of so many digits, in the order of their numbers.</summary>
    public static IEnumerable<Passcode> All(int digits) => Enumerable.Range(0, Count(digits)).Select(number => new Passcode(number, digits));

    /// <summary>That it is a code, and how long; never its digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(Passcode)}(secret, {Digits} digits)");

    /// <summary>The digits as they are typed, in ASCII.</summary>
    public byte[] Typed() => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0'));
}
