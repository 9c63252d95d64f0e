namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>What the post-quantum field of a message carries; the numbers are those on the wire.</summary>
internal enum FieldType
{
    None,
    Hdr,
    Ek,
    EkCt1Ack,
    Ct1Ack,
    Ct1,
    Ct2,
}

/// <summary>The post-quantum field of one message, in integers.</summary>
/// <param name="Epoch">The Braid's epoch when it was sent, from 1.</param>
/// <param name="Index">The number of its key in the sender's chain of that epoch, from 1.</param>
/// <param name="Type">What it carries.</param>
/// <param name="Chunk">Which chunk of it; null where there is none.</param>
internal readonly record struct SpqrField(int Epoch, int Index, FieldType Type, int? Chunk)
{
    /// <summary>The epoch whose chains the key is from: one before the Braid's, because that one's secret is still being agreed on.</summary>
    internal int KeyEpoch => Epoch - 1;

    public override string ToString() => $"{Epoch}/{Index} {Type}{(Chunk is { } chunk ? $" {chunk}" : "")}";
}
