using Google.Protobuf;

namespace CryptoLessons.Interop.Tests;

/// <summary>All of a message of the sparse post-quantum ratchet but its piece of a key or ciphertext.</summary>
/// <param name="Version">1.</param>
/// <param name="Epoch">The epoch that the sender is in.</param>
/// <param name="Index">Number of the message key, 0 for none.</param>
/// <param name="Type">What the piece is of.</param>
/// <param name="Chunk">Number of the piece, or null without one.</param>
internal sealed record SpqrHeader(ulong Version, ulong Epoch, ulong Index, int Type, ulong? Chunk)
{
    private static readonly HashSet<int> Keys = [1, 2, 3], Ciphertexts = [5, 6];

    /// <summary>Whether the sender is the one who made the epoch's key pair: header, key, or key with an acknowledgement.</summary>
    public bool IsOfKeyHolder => Keys.Contains(Type);

    /// <summary>Whether the sender is the one who encapsulates: first or second part of the ciphertext.</summary>
    public bool IsOfEncapsulator => Ciphertexts.Contains(Type);

    /// <summary>Reads the ratchet's message out of a letter.</summary>
    public static SpqrHeader Of(Letter letter) => Parse(letter.Fields.Single(field => field.Number == MessageShape.PostQuantumRatchet).Bytes!);

    public static SpqrHeader Parse(byte[] message)
    {
        using var reader = new CodedInputStream(message);
        var header = new SpqrHeader(reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadInt32(), null);
        return reader.IsAtEnd ? header : header with { Chunk = reader.ReadUInt64() };
    }

    public override string ToString() => string.Join('/', (object?[])[Version, Epoch, Index, Type, Chunk]);
}
