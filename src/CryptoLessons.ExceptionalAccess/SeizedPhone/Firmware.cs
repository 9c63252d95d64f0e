using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess.SeizedPhone;

/// <summary>What a maker signs and a security chip runs: here, what tells two versions apart stands for the whole of their code.</summary>
/// <remarks>Layout: 1 the version, 2 whether it counts wrong guesses.</remarks>
/// <param name="Version">Number of the version.</param>
/// <param name="CountsGuesses">Whether the chip erases itself after <see cref="SecurityChip.Limit"/> wrong guesses.</param>
public sealed record Firmware(uint Version, bool CountsGuesses = true)
{
    private const int VersionField = 1, CountsField = 2;

    /// <summary>The bytes that are signed.</summary>
    public byte[] Serialize() => new WireWriter().Varint(VersionField, Version).Varint(CountsField, CountsGuesses ? 1u : 0u).ToArray();

    /// <summary>Reads a firmware.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="firmware">The firmware, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> would write for some firmware.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Firmware? firmware)
    {
        firmware = null;
        ulong? version = null, counts = null;
        var reader = new WireReader(bytes);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (VersionField, WireType.Varint) when field.Value <= uint.MaxValue: version = field.Value; break;
                case (CountsField, WireType.Varint) when field.Value <= 1: counts = field.Value; break;
                default: return false;
            }
        if (reader.Malformed || version is null || counts is null)
            return false;
        var read = new Firmware((uint)version, counts == 1);
        firmware = read.Serialize().AsSpan().SequenceEqual(bytes) ? read : null;
        return firmware is not null;
    }
}
