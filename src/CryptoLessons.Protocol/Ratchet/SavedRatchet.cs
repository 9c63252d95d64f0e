using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The fields of a saved <see cref="RatchetState"/>.</summary>
internal static class SavedRatchet
{
    private const int RatchetPrivateKey = 1;
    private const int Root = 2;
    private const int SendingChain = 3;
    private const int Sent = 4;
    private const int PreviousSent = 5;
    private const int Receiving = 6;
    private const int PostQuantum = 7;

    private const int ChainRatchetKey = 1;
    private const int Chain = 2;
    private const int ChainNext = 3;
    private const int ChainSkipped = 4;

    private const int SeedIndex = 1;
    private const int Seed = 2;

    public static void Write(WireWriter writer, RatchetState state)
    {
        writer
            .Bytes(RatchetPrivateKey, state.RatchetKeyPair.Private.Bytes)
            .Bytes(Root, state.RootKey.Bytes)
            .Bytes(SendingChain, state.SendingChainKey.Bytes)
            .Varint(Sent, state.Sent)
            .Varint(PreviousSent, state.PreviousSent);
        foreach (ReceivingChain chain in state.ReceivingChains)
            writer.Bytes(Receiving, SavedState.Fields(fields => Write(fields, chain)));
        if (state.PostQuantum is { } postQuantum)
            writer.Bytes(PostQuantum, SavedState.Fields(fields => SavedSpqr.Write(fields, postQuantum)));
    }

    private static void Write(WireWriter writer, ReceivingChain chain)
    {
        writer.Bytes(ChainRatchetKey, chain.RatchetKey.U).Bytes(Chain, chain.ChainKey.Bytes).Varint(ChainNext, chain.Next);
        WriteSeeds(writer, ChainSkipped, chain.SkippedSeeds);
    }

    /// <summary>Writes a field for each skipped seed; a sender key's chain has them too.</summary>
    public static void WriteSeeds(WireWriter writer, int number, IReadOnlyDictionary<uint, MessageSeed> skipped)
    {
        foreach (var (n, seed) in skipped)
            writer.Bytes(number, SavedState.Fields(fields => fields.Varint(SeedIndex, n).Bytes(Seed, seed.Bytes)));
    }

    public static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out RatchetState? state)
    {
        state = null;
        DhKeyPair? dhs = null;
        RootKey? rk = null;
        ChainKey? cks = null;
        ulong sent = 0, previousSent = 0;
        List<ReceivingChain> chains = [];
        SpqrState? postQuantum = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case RatchetPrivateKey: dhs = SavedState.KeyPair(field); break;
                case Root when field.Bytes.Length == Secret.Size: rk = new(field.Bytes); break;
                case SendingChain when field.Bytes.Length == Secret.Size: cks = new(field.Bytes); break;
                case Sent: sent = field.Value; break;
                case PreviousSent: previousSent = field.Value; break;
                case Receiving when TryReadChain(field.Bytes) is { } chain: chains.Add(chain); break;
                case PostQuantum when SavedSpqr.TryRead(field.Bytes, out postQuantum): break;
                default: return false;
            }
        if (reader.Malformed || dhs is null || rk is null || cks is null || Math.Max(sent, previousSent) > uint.MaxValue)
            return false;
        if (chains.DistinctBy(chain => chain.RatchetKey).Count() < chains.Count)
            return false;
        state = new(dhs, rk, cks, (uint)sent, (uint)previousSent, chains, postQuantum);
        return true;
    }

    private static ReceivingChain? TryReadChain(ReadOnlySpan<byte> fields)
    {
        DhPublicKey? dhr = null;
        ChainKey? ckr = null;
        ulong next = 0;
        var skipped = new SortedDictionary<uint, MessageSeed>();
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case ChainRatchetKey: dhr = SavedState.PublicKey(field); break;
                case Chain when field.Bytes.Length == Secret.Size: ckr = new(field.Bytes); break;
                case ChainNext: next = field.Value; break;
                case ChainSkipped when TryReadSeed(field.Bytes, skipped): break;
                default: return null;
            }
        bool whole = !reader.Malformed && dhr is not null && ckr is not null && next <= uint.MaxValue && skipped.Keys.All(n => n < next);
        return whole ? new(dhr!, ckr!, (uint)next, skipped) : null;
    }

    /// <summary>Reads what <see cref="WriteSeeds"/> wrote for one seed; false also when the index is there already.</summary>
    public static bool TryReadSeed(ReadOnlySpan<byte> fields, SortedDictionary<uint, MessageSeed> skipped)
    {
        ulong? n = null;
        MessageSeed? seed = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case SeedIndex: n = field.Value; break;
                case Seed when field.Bytes.Length == Secret.Size: seed = new(field.Bytes); break;
                default: return false;
            }
        return !reader.Malformed && n <= uint.MaxValue && seed is not null && skipped.TryAdd((uint)n, seed);
    }
}
