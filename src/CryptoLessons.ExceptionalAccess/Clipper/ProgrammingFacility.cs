using System.Buffers.Binary;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>Where chips get their numbers and keys, before anybody buys them: each agent draws one half of the unit key.</summary>
/// <param name="family">The key that all chips share.</param>
/// <param name="agents">Whoever keeps the halves.</param>
/// <param name="checksumBits">How many bits of a checksum the chips look at.</param>
public sealed class ProgrammingFacility(FamilyKey family, IReadOnlyList<EscrowAgent> agents, int checksumBits = ClipperChip.ChecksumBits)
{
    /// <summary>A fresh chip; the agents have its halves, and the facility keeps nothing.</summary>
    /// <param name="random">Where number and halves come from: the same stream makes the same chip.</param>
    public ClipperChip Program(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> number = stackalloc byte[sizeof(uint)];
        random.Fill(number);
        uint unitId = BinaryPrimitives.ReadUInt32BigEndian(number);
        UnitKey[] halves = [.. agents.Select(_ => UnitKey.DrawHalf(random))];
        foreach (var (agent, half) in agents.Zip(halves))
            agent.Deposit(unitId, half);
        return new(unitId, UnitKey.Join(halves), family, checksumBits);
    }
}
