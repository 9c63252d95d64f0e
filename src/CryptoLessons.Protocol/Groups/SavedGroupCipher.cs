using System.Diagnostics.CodeAnalysis;
using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Groups;

/// <summary>The fields of a saved <see cref="GroupCipherState"/>.</summary>
internal static class SavedGroupCipher
{
    private const int Own = 1;
    private const int Others = 2;

    private const int DistributionId = 1;
    private const int Sender = 2;
    private const int State = 3;

    private const int ChainId = 3;
    private const int SigningKey = 4;
    private const int Chain = 5;
    private const int Iteration = 6;
    private const int Skipped = 7;

    public static void Write(WireWriter writer, GroupCipherState state)
    {
        foreach (var (distributionId, key) in state.Own)
            writer.Bytes(Own, SavedState.Fields(fields => fields
                .Bytes(DistributionId, distributionId.ToByteArray(bigEndian: true))
                .Varint(ChainId, key.ChainId)
                .Bytes(SigningKey, key.SigningKeyPair.Private.Bytes)
                .Bytes(Chain, key.ChainKey.Bytes)
                .Varint(Iteration, key.Iteration)));
        foreach (var (sender, records) in state.Others)
            foreach (var (distributionId, record) in records)
                writer.Bytes(Others, SavedState.Fields(fields => Write(fields
                    .Bytes(DistributionId, distributionId.ToByteArray(bigEndian: true))
                    .Bytes(Sender, Encoding.UTF8.GetBytes(sender)), record)));
    }

    private static void Write(WireWriter fields, SenderKeyRecord record)
    {
        foreach (SenderKeyState state in record.States)
            fields.Bytes(State, SavedState.Fields(inner => Write(inner, state)));
    }

    private static void Write(WireWriter fields, SenderKeyState state)
    {
        fields
            .Varint(ChainId, state.ChainId)
            .Bytes(SigningKey, state.SigningKey.U)
            .Bytes(Chain, state.Chain.ChainKey.Bytes)
            .Varint(Iteration, state.Chain.Iteration);
        SavedRatchet.WriteSeeds(fields, Skipped, state.Chain.SkippedSeeds);
    }

    public static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out GroupCipherState? state)
    {
        state = null;
        var own = new SortedDictionary<Guid, OwnSenderKey>();
        var others = new SortedDictionary<string, IReadOnlyDictionary<Guid, SenderKeyRecord>>(StringComparer.Ordinal);
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Own when TryReadOwn(field.Bytes, own): break;
                case Others when TryReadRecord(field.Bytes, others): break;
                default: return false;
            }
        if (reader.Malformed)
            return false;
        state = new(own, others);
        return true;
    }

    private static bool TryReadOwn(ReadOnlySpan<byte> fields, SortedDictionary<Guid, OwnSenderKey> own)
    {
        Guid? distributionId = null;
        ulong chainId = 0, iteration = 0;
        DhKeyPair? signingKeyPair = null;
        ChainKey? chainKey = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case DistributionId: distributionId = SenderKeyLayout.ReadUuid(field.Bytes); break;
                case ChainId: chainId = field.Value; break;
                case SigningKey: signingKeyPair = SavedState.KeyPair(field); break;
                case Chain when field.Bytes.Length == Secret.Size: chainKey = new(field.Bytes); break;
                case Iteration: iteration = field.Value; break;
                default: return false;
            }
        bool whole = !reader.Malformed && distributionId is not null && signingKeyPair is not null && chainKey is not null;
        return whole && Math.Max(chainId, iteration) <= uint.MaxValue
            && own.TryAdd(distributionId!.Value, new((uint)chainId, signingKeyPair!, chainKey!, (uint)iteration));
    }

    private static bool TryReadRecord(ReadOnlySpan<byte> fields, SortedDictionary<string, IReadOnlyDictionary<Guid, SenderKeyRecord>> others)
    {
        Guid? distributionId = null;
        string? sender = null;
        List<SenderKeyState> states = [];
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case DistributionId: distributionId = SenderKeyLayout.ReadUuid(field.Bytes); break;
                case Sender: sender = Encoding.UTF8.GetString(field.Bytes); break;
                case State when TryReadState(field.Bytes) is { } state: states.Add(state); break;
                default: return false;
            }
        if (reader.Malformed || distributionId is not { } id || string.IsNullOrEmpty(sender))
            return false;
        // One key for each chain, and a record is made by the first.
        if (states.Count == 0 || states.DistinctBy(state => state.ChainId).Count() < states.Count)
            return false;
        if (!others.TryGetValue(sender, out IReadOnlyDictionary<Guid, SenderKeyRecord>? records))
            others.Add(sender, records = new SortedDictionary<Guid, SenderKeyRecord>());
        return ((SortedDictionary<Guid, SenderKeyRecord>)records).TryAdd(id, new(states));
    }

    private static SenderKeyState? TryReadState(ReadOnlySpan<byte> fields)
    {
        ulong chainId = 0, iteration = 0;
        DhPublicKey? signingKey = null;
        ChainKey? chainKey = null;
        var skipped = new SortedDictionary<uint, MessageSeed>();
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case ChainId: chainId = field.Value; break;
                case SigningKey: signingKey = SavedState.PublicKey(field); break;
                case Chain when field.Bytes.Length == Secret.Size: chainKey = new(field.Bytes); break;
                case Iteration: iteration = field.Value; break;
                case Skipped when SavedRatchet.TryReadSeed(field.Bytes, skipped): break;
                default: return null;
            }
        bool whole = !reader.Malformed && signingKey is not null && chainKey is not null && Math.Max(chainId, iteration) <= uint.MaxValue
            && skipped.Keys.All(n => n < iteration);
        return whole ? new((uint)chainId, signingKey!, new(chainKey!, (uint)iteration, skipped)) : null;
    }
}
