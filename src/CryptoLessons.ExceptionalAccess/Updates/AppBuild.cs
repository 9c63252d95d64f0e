using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>A build of an app, as a provider signs and ships it: here, what tells two builds apart stands for the whole of their code.</summary>
/// <remarks>Layout: 1 the build's number, 2 the key to which it leaks, if it does.</remarks>
/// <param name="Number">Number of the build.</param>
/// <param name="LeaksTo">To whom this build seals the keys of its owner's messages; null for the genuine app.</param>
public sealed record AppBuild(uint Number, DhPublicKey? LeaksTo = null)
{
    private const int NumberField = 1, LeaksToField = 2;

    /// <summary>The bytes that are signed and shipped.</summary>
    public byte[] Serialize()
    {
        var build = new WireWriter().Varint(NumberField, Number);
        if (LeaksTo is not null)
            build.Bytes(LeaksToField, LeaksTo.U);
        return build.ToArray();
    }

    /// <summary>What a public log of all builds lists: SHA-256 of the bytes.</summary>
    public byte[] Hash() => SHA256.HashData(Serialize());

    /// <summary>Reads a build.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="build">The build, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> would write for some build.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out AppBuild? build)
    {
        build = null;
        uint? number = null;
        DhPublicKey? leaksTo = null;
        var reader = new WireReader(bytes);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (NumberField, WireType.Varint) when field.Value <= uint.MaxValue: number = (uint)field.Value; break;
                case (LeaksToField, WireType.Bytes) when field.Bytes.Length == DhPublicKey.Size: leaksTo = new(field.Bytes); break;
                default: return false;
            }
        if (reader.Malformed || number is not { } n || !new AppBuild(n, leaksTo).Serialize().AsSpan().SequenceEqual(bytes))
            return false;
        build = new(n, leaksTo);
        return true;
    }
}
