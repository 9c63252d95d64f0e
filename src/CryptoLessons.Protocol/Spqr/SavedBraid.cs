using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The fields of a saved <see cref="BraidState"/>.</summary>
/// <remarks>
/// A key pair is saved as its seed and an encapsulation as m and header: what follows from them, chunks on their way included,
/// is computed again, so that a state means the same on every machine.
/// </remarks>
internal ref struct SavedBraid
{
    private const int Kind = 1;
    private const int Epoch = 2;
    private const int RootKey = 3;
    private const int MacKey = 4;
    private const int Seed = 5;
    private const int Header = 6;
    private const int Message = 7;
    private const int Ciphertext1 = 8;
    private const int Vector = 9;
    private const int Ciphertext2 = 10;
    private const int NextChunk = 11;
    private const int Chunk = 12;

    private const int ChunkIndex = 1;
    private const int ChunkData = 2;

    private ulong kind;
    private ulong epoch;
    private ulong? next;
    private ReadOnlySpan<byte> rootKey, macKey, seed, header, message, ciphertext1, vector, ciphertext2;
    private List<ErasureChunk> chunks;

    public static void Write(WireWriter writer, BraidState state)
    {
        writer.Varint(Kind, KindOf(state)).Varint(Epoch, state.Epoch)
            .Bytes(RootKey, state.Authenticator.RootKey.Bytes).Bytes(MacKey, state.Authenticator.MacKey.Bytes);
        switch (state)
        {
            case KeysUnsampled: break;
            case KeysSampled s: writer.Bytes(Seed, s.KeyPair.Seed).Varint(NextChunk, s.Header.Next); break;
            case HeaderSent s: Write(writer.Bytes(Seed, s.KeyPair.Seed).Varint(NextChunk, s.Vector.Next), s.Ciphertext1); break;
            case Ct1Received s: writer.Bytes(Seed, s.KeyPair.Seed).Bytes(Ciphertext1, s.Ciphertext1).Varint(NextChunk, s.Vector.Next); break;
            case EkSentCt1Received s: Write(writer.Bytes(Seed, s.KeyPair.Seed).Bytes(Ciphertext1, s.Ciphertext1), s.Ciphertext2); break;
            case NoHeaderReceived s: Write(writer, s.Header); break;
            case HeaderReceived s: writer.Bytes(Header, s.Header); break;
            case Ct1Sampled s: Write(Write(writer, s.Encapsulation).Varint(NextChunk, s.Ciphertext1.Next), s.Vector); break;
            case EkReceivedCt1Sampled s: Write(writer, s.Encapsulation).Bytes(Vector, s.Vector).Varint(NextChunk, s.Ciphertext1.Next); break;
            case Ct1Acknowledged s: Write(Write(writer, s.Encapsulation), s.Vector); break;
            case Ct2Sampled s: writer.Bytes(Ciphertext2, s.Ciphertext2.Message()).Varint(NextChunk, s.Ciphertext2.Next); break;
        }
    }

    /// <summary>Null when the fields are not those of any state.</summary>
    public static BraidState? Read(ReadOnlySpan<byte> fields)
    {
        var saved = new SavedBraid { chunks = [] };
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Kind: saved.kind = field.Value; break;
                case Epoch: saved.epoch = field.Value; break;
                case RootKey: saved.rootKey = field.Bytes; break;
                case MacKey: saved.macKey = field.Bytes; break;
                case Seed: saved.seed = field.Bytes; break;
                case Header: saved.header = field.Bytes; break;
                case Message: saved.message = field.Bytes; break;
                case Ciphertext1: saved.ciphertext1 = field.Bytes; break;
                case Vector: saved.vector = field.Bytes; break;
                case Ciphertext2: saved.ciphertext2 = field.Bytes; break;
                case NextChunk: saved.next = field.Value; break;
                case Chunk when ReadChunk(field.Bytes) is { } chunk: saved.chunks.Add(chunk); break;
                default: return null;
            }
        // The last epoch of all would leave no next one.
        bool whole = !reader.Malformed && saved.epoch is > 0 and < ulong.MaxValue
            && saved.rootKey.Length == Secret.Size && saved.macKey.Length == Secret.Size;
        return whole ? saved.State() : null;
    }

    private readonly BraidState? State()
    {
        var authenticator = new Authenticator(new(rootKey), new(macKey));
        return (kind, KeyPair(), Encapsulation(), NextIndex()) switch
        {
            (1, _, _, _) => new KeysUnsampled(epoch, authenticator),
            (2, { } pair, _, { } n) => new KeysSampled(epoch, authenticator, pair, KeysSampled.Encode(epoch, authenticator, pair, n)),
            (3, { } pair, _, { } n) when Decoder(MlKem768.Ciphertext1Size) is { } ct1 =>
                new HeaderSent(epoch, authenticator, pair, new(pair.Vector, n), ct1),
            (4, { } pair, _, { } n) when ciphertext1.Length == MlKem768.Ciphertext1Size =>
                new Ct1Received(epoch, authenticator, pair, new(pair.Vector, n), ciphertext1.ToArray()),
            (5, { } pair, _, _) when ciphertext1.Length == MlKem768.Ciphertext1Size && Decoder(Ct2Sampled.PayloadSize) is { } ct2 =>
                new EkSentCt1Received(epoch, authenticator, pair, ciphertext1.ToArray(), ct2),
            (6, _, _, _) when Decoder(NoHeaderReceived.PayloadSize) is { } hdr => new NoHeaderReceived(epoch, authenticator, hdr),
            (7, _, _, _) when header.Length == MlKem768.HeaderSize => new HeaderReceived(epoch, authenticator, header.ToArray()),
            (8, _, { } capsule, { } n) when Decoder(MlKem768.VectorSize) is { } ek =>
                new Ct1Sampled(epoch, authenticator, capsule, new(capsule.Ciphertext1, n), ek),
            (9, _, { } capsule, { } n) when vector.Length == MlKem768.VectorSize && MlKem768.Matches(header, vector) =>
                new EkReceivedCt1Sampled(epoch, authenticator, capsule, new(capsule.Ciphertext1, n), vector.ToArray()),
            (10, _, { } capsule, _) when Decoder(MlKem768.VectorSize) is { } ek => new Ct1Acknowledged(epoch, authenticator, capsule, ek),
            (11, _, _, { } n) when ciphertext2.Length == Ct2Sampled.PayloadSize => Ct2Sampled.FromSaved(epoch, authenticator, new(ciphertext2, n)),
            _ => null,
        };
    }

    private readonly MlKem768KeyPair? KeyPair() => seed.Length == MlKem768KeyPair.SeedSize ? MlKem768KeyPair.FromSeed(seed) : null;

    private readonly MlKem768Encapsulation? Encapsulation() =>
        header.Length == MlKem768.HeaderSize && message.Length == MlKem768Encapsulation.MessageSize ? new(header, message) : null;

    private readonly ushort? NextIndex() => next <= ushort.MaxValue ? (ushort)next : null;

    /// <summary>Null when the chunks are enough: no state waits for more then.</summary>
    private readonly ErasureDecoder? Decoder(int size)
    {
        ErasureDecoder decoder = chunks.Aggregate(new ErasureDecoder(size), (held, chunk) => held.Add(chunk));
        return decoder.IsComplete ? null : decoder;
    }

    private static ulong KindOf(BraidState state) => state switch
    {
        KeysUnsampled => 1,
        KeysSampled => 2,
        HeaderSent => 3,
        Ct1Received => 4,
        EkSentCt1Received => 5,
        NoHeaderReceived => 6,
        HeaderReceived => 7,
        Ct1Sampled => 8,
        EkReceivedCt1Sampled => 9,
        Ct1Acknowledged => 10,
        Ct2Sampled => 11,
        _ => throw new InvalidOperationException($"{state.GetType().Name} is no state of the Braid."),
    };

    private static WireWriter Write(WireWriter writer, MlKem768Encapsulation encapsulation) =>
        writer.Bytes(Header, encapsulation.Header).Bytes(Message, encapsulation.Message);

    private static WireWriter Write(WireWriter writer, ErasureDecoder decoder)
    {
        foreach (ErasureChunk chunk in decoder.Chunks)
            writer.Bytes(Chunk, SavedState.Fields(fields => fields.Varint(ChunkIndex, chunk.Index).Bytes(ChunkData, chunk.Data)));
        return writer;
    }

    private static ErasureChunk? ReadChunk(ReadOnlySpan<byte> fields)
    {
        ulong? index = null;
        ReadOnlySpan<byte> data = [];
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case ChunkIndex: index = field.Value; break;
                case ChunkData: data = field.Bytes; break;
                default: return null;
            }
        return !reader.Malformed && index <= ushort.MaxValue && data.Length == ErasureChunk.Size ? new((ushort)index, data) : null;
    }
}
