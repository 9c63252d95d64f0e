using System.Diagnostics.CodeAnalysis;
using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>What an operator's console tells a switch: from now on, copy one customer's messages. One marker byte, 1 the customer's name, 2 the console's signature.</summary>
/// <param name="Target">Whose messages.</param>
/// <param name="Signature">The console's XEdDSA signature, 64 bytes.</param>
public sealed record InterceptOrder(string Target, ReadOnlyMemory<byte> Signature)
{
    /// <summary>An order's first byte. Its high half is no version of Signal's protocol.</summary>
    public const byte Marker = 0x4F;
    private const int TargetField = 1, SignatureField = 2;

    /// <summary>Signs an order: all that it takes is the console's key.</summary>
    public static InterceptOrder Sign(string target, DhKeyPair console, RandomSource random)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        ArgumentNullException.ThrowIfNull(console);
        return new(target, XEdDsa.Sign(console.Private, SignedBytes(target), random));
    }

    /// <summary>Whether a console signed it.</summary>
    public bool IsSignedBy(DhPublicKey console)
    {
        ArgumentNullException.ThrowIfNull(console);
        return XEdDsa.Verify(console.U, SignedBytes(Target), Signature.Span);
    }

    /// <summary>Writes the order.</summary>
    public byte[] Serialize() =>
        new WireWriter().Raw(Marker).Bytes(TargetField, Encoding.UTF8.GetBytes(Target)).Bytes(SignatureField, Signature.Span).ToArray();

    /// <summary>Reads an order.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="order">The order, when the result is true; nobody has checked who signed it.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> would write for some order.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out InterceptOrder? order)
    {
        order = null;
        if (bytes is not [Marker, .. var fields])
            return false;
        string target = "";
        byte[] signature = [];
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (TargetField, WireType.Bytes): target = Encoding.UTF8.GetString(field.Bytes); break;
                case (SignatureField, WireType.Bytes): signature = field.Bytes.ToArray(); break;
                default: return false;
            }
        if (reader.Malformed || target.Length == 0 || signature.Length != XEdDsa.SignatureSize)
            return false;
        var read = new InterceptOrder(target, signature);
        if (!read.Serialize().AsSpan().SequenceEqual(bytes))
            return false;
        order = read;
        return true;
    }

    private static byte[] SignedBytes(string target) => [.. "CryptoLessons InterceptOrder"u8, .. Encoding.UTF8.GetBytes(target)];
}
