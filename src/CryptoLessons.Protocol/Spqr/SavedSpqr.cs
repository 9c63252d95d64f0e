using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Spqr;

/// <summary>The fields of a saved <see cref="SpqrState"/>; none at all for a session without such a ratchet.</summary>
internal static class SavedSpqr
{
    private const int Braid = 1;
    private const int Negotiation = 2;
    private const int Chains = 3;

    private const int NegotiatedKey = 1;
    private const int NegotiatedDirection = 2;
    private const int NegotiatedMinimum = 3;

    public static void Write(WireWriter writer, SpqrState state)
    {
        if (state.Braid is { } braid)
            writer.Bytes(Braid, SavedState.Fields(fields => SavedBraid.Write(fields, braid)));
        if (state.Negotiation is { } negotiation)
            writer.Bytes(Negotiation, SavedState.Fields(fields => Write(fields, negotiation)));
        if (state.Chains is { } chains)
            writer.Bytes(Chains, SavedState.Fields(fields => SavedChains.Write(fields, chains)));
    }

    private static void Write(WireWriter writer, SpqrNegotiation negotiation) => writer
        .Bytes(NegotiatedKey, negotiation.AuthKey.Bytes)
        .Varint(NegotiatedDirection, (ulong)negotiation.Direction)
        .Varint(NegotiatedMinimum, (ulong)negotiation.MinimumVersion);

    public static bool TryRead(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out SpqrState? state)
    {
        state = null;
        BraidState? braid = null;
        SpqrNegotiation? negotiation = null;
        SpqrChains? chains = null;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case Braid when (braid = SavedBraid.Read(field.Bytes)) is not null: break;
                case Negotiation when (negotiation = ReadNegotiation(field.Bytes)) is not null: break;
                case Chains when (chains = SavedChains.Read(field.Bytes)) is not null: break;
                default: return false;
            }
        if (reader.Malformed || !Fit(braid, negotiation, chains))
            return false;
        state = new(braid, negotiation, chains);
        return true;
    }

    /// <summary>Whether the parts are of one moment: chains have what the Braid agreed on, and nothing was sent in an epoch to come.</summary>
    private static bool Fit(BraidState? braid, SpqrNegotiation? negotiation, SpqrChains? chains) => braid is null
        ? negotiation is null && chains is null
        : chains is null
            ? negotiation is not null && braid.LastAgreed == 0
            : chains.CurrentEpoch == braid.LastAgreed && chains.SendEpoch < braid.Epoch
                && (negotiation is null || negotiation.Direction == chains.Direction);

    private static SpqrNegotiation? ReadNegotiation(ReadOnlySpan<byte> fields)
    {
        SpqrAuthKey? key = null;
        ulong direction = 0, minimum = 0;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            switch (field.Number)
            {
                case NegotiatedKey when field.Bytes.Length == Secret.Size: key = new(field.Bytes); break;
                case NegotiatedDirection: direction = field.Value; break;
                case NegotiatedMinimum: minimum = field.Value; break;
                default: return null;
            }
        return !reader.Malformed && key is not null && direction <= (ulong)SpqrDirection.B2A && minimum <= (ulong)SpqrVersion.V1
            ? new(key, (SpqrDirection)direction, (SpqrVersion)minimum)
            : null;
    }
}
