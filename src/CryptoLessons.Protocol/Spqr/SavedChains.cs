using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The fields of saved <see cref="SpqrChains"/>.</summary>
internal static class SavedChains
{
    private const int Direction = 1;
    private const int NextRoot = 2;
    private const int SendEpoch = 3;
    private const int Epoch = 4;

    private const int EpochNumber = 1;
    private const int EpochSending = 2;
    private const int EpochReceiving = 3;

    private const int ChainKey = 1;
    private const int ChainCounter = 2;
    private const int ChainSkipped = 3;

    private const int SkippedIndex = 1;
    private const int SkippedKey = 2;

    public static void Write(WireWriter writer, SpqrChains chains)
    {
        writer.Varint(Direction, (ulong)chains.Direction).Bytes(NextRoot, chains.NextRoot.Bytes).Varint(SendEpoch, chains.SendEpoch);
        foreach (var (number, epoch) in chains.Epochs)
            writer.Bytes(Epoch, SavedState.Fields(fields => fields
                .Varint(EpochNumber, number)
                .Bytes(EpochSending, SavedState.Fields(sending => Write(sending, epoch.Sending)))
                .Bytes(EpochReceiving, SavedState.Fields(receiving => Write(receiving, epoch.Receiving)))));
    }

    private static void Write(WireWriter writer, SpqrChain chain)
    {
        if (chain.Key is { } key)
            writer.Bytes(ChainKey, key.Bytes);
        writer.Varint(ChainCounter, chain.Counter);
        foreach (var (index, skipped) in chain.SkippedKeys)
            writer.Bytes(ChainSkipped, SavedState.Fields(fields => fields.Varint(SkippedIndex, index).Bytes(SkippedKey, skipped.Bytes)));
    }

    /// <summary>Null when the fields are not those of any chains.</summary>
    public static SpqrChains? Read(ReadOnlySpan<byte> fields)
    {
        SpqrRootKey? nextRoot = null;
        ulong direction = 0, sendEpoch = 0;
        var epochs = new SortedDictionary<ulong, SpqrEpoch>();
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Direction: direction = field.Value; break;
                case NextRoot when field.Bytes.Length == Secret.Size: nextRoot = new(field.Bytes); break;
                case SendEpoch: sendEpoch = field.Value; break;
                case Epoch when TryReadEpoch(field.Bytes, epochs): break;
                default: return null;
            }
        return !reader.Malformed && nextRoot is not null && direction <= (ulong)SpqrDirection.B2A && AreKept(epochs, sendEpoch)
            ? new((SpqrDirection)direction, nextRoot, sendEpoch, epochs)
            : null;
    }

    /// <summary>The epoch before the one sent in, where there is one, and all from there on; only that one's sending chain is closed.</summary>
    private static bool AreKept(SortedDictionary<ulong, SpqrEpoch> epochs, ulong sendEpoch)
    {
        ulong expected = sendEpoch == 0 ? 0 : sendEpoch - 1;
        foreach (var (number, epoch) in epochs)
        {
            bool closed = epoch.Sending.Key is null;
            if (number != expected++ || closed != number < sendEpoch || epoch.Sending.SkippedKeys.Count > 0 || epoch.Receiving.Key is null)
                return false;
        }
        return expected > sendEpoch;
    }

    private static bool TryReadEpoch(ReadOnlySpan<byte> fields, SortedDictionary<ulong, SpqrEpoch> epochs)
    {
        ulong number = 0;
        SpqrChain? sending = null, receiving = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case EpochNumber: number = field.Value; break;
                case EpochSending: sending = ReadChain(field.Bytes); break;
                case EpochReceiving: receiving = ReadChain(field.Bytes); break;
                default: return false;
            }
        return !reader.Malformed && sending is not null && receiving is not null && epochs.TryAdd(number, new(sending, receiving));
    }

    private static SpqrChain? ReadChain(ReadOnlySpan<byte> fields)
    {
        SpqrChainKey? key = null;
        ulong counter = 0;
        var skipped = new SortedDictionary<uint, SpqrMessageKey>();
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case ChainKey when field.Bytes.Length == Secret.Size: key = new(field.Bytes); break;
                case ChainCounter: counter = field.Value; break;
                case ChainSkipped when TryReadSkipped(field.Bytes, skipped): break;
                default: return null;
            }
        bool whole = !reader.Malformed && counter <= uint.MaxValue && skipped.Keys.All(index => index > 0 && index < counter);
        return whole ? new(key, (uint)counter, skipped) : null;
    }

    private static bool TryReadSkipped(ReadOnlySpan<byte> fields, SortedDictionary<uint, SpqrMessageKey> skipped)
    {
        ulong? index = null;
        SpqrMessageKey? key = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case SkippedIndex: index = field.Value; break;
                case SkippedKey when field.Bytes.Length == Secret.Size: key = new(field.Bytes); break;
                default: return false;
            }
        return !reader.Malformed && index <= uint.MaxValue && key is not null && skipped.TryAdd((uint)index, key);
    }
}
