using System.Buffers.Binary;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess.WeakKeys;

/// <summary>A few bits that follow from a message key, and from which the key that really encrypts follows: whoever tries them all has that
/// key.</summary>
/// <remarks>
/// The first bits of HKDF-Expand(message key, a label); the key that encrypts is HKDF-Extract of them, under a salt where there is one. Export
/// ciphers of the 1990s did the like: a long key was agreed on, and all but forty of its bits were thrown away.
/// </remarks>
/// <param name="Value">The bits, the first one highest; the rest are zero.</param>
/// <param name="Bits">How many, 0 to 64.</param>
public readonly record struct ShortKey(ulong Value, int Bits)
{
    /// <summary>How many bits it can have.</summary>
    public const int MostBits = 64;

    /// <summary>Length of what the key that encrypts is extracted from, in bytes.</summary>
    internal const int InputSize = 22 + sizeof(ulong);

    private static ReadOnlySpan<byte> Label => "CryptoLessons ShortKey"u8;

    /// <summary>The short key of a message.</summary>
    /// <param name="mk">The key of its slot.</param>
    /// <param name="bits">How many bits, 1 to 64.</param>
    public static ShortKey Of(MessageKey mk, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MostBits);
        Span<byte> value = stackalloc byte[sizeof(ulong)];
        Derive(mk, Label, value);
        return new ShortKey(BinaryPrimitives.ReadUInt64BigEndian(value), MostBits).First(bits);
    }

    /// <summary>Where it stands among all keys of its length, from 0: whoever tries them in order tries one more than that.</summary>
    public ulong Position => Bits == 0 ? 0 : Value >> (MostBits - Bits);

    /// <summary>Its first bits alone.</summary>
    /// <param name="bits">How many, no more than there are.</param>
    public ShortKey First(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, Bits);
        return bits == 0 ? default : new((Value >> (MostBits - bits)) << (MostBits - bits), bits);
    }

    /// <summary>The key that encrypts.</summary>
    /// <param name="salt">What makes equal short keys different keys; nothing where they are to be the same.</param>
    public MessageKey Expand(ReadOnlySpan<byte> salt)
    {
        Span<byte> input = stackalloc byte[InputSize], key = stackalloc byte[Secret.Size];
        WriteInput(Value, input);
        HmacSha256.Compute(salt, input, 1, key);
        var mk = new MessageKey(key);
        CryptographicOperations.ZeroMemory(key);
        return mk;
    }

    /// <summary>What the key that encrypts is extracted from.</summary>
    /// <param name="value">The bits.</param>
    /// <param name="input">Where it goes, <see cref="InputSize"/> bytes.</param>
    internal static void WriteInput(ulong value, Span<byte> input)
    {
        Label.CopyTo(input);
        BinaryPrimitives.WriteUInt64BigEndian(input[Label.Length..], value);
    }

    /// <summary>HKDF-Expand of a message key.</summary>
    internal static void Derive(MessageKey mk, ReadOnlySpan<byte> label, Span<byte> output)
    {
        byte[] key = Hazmat.Reveal(mk);
        HKDF.Expand(HashAlgorithmName.SHA256, key, output, label);
        CryptographicOperations.ZeroMemory(key);
    }
}
