using System.Text;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The words of a court's order to a provider: everything that its signature covers.</summary>
/// <param name="Number">The court's number of the order: one number, one answer.</param>
/// <param name="Jurisdiction">Where the court sits.</param>
/// <param name="Kind">What it wants.</param>
/// <param name="Target">The customer whom it is about.</param>
/// <param name="Covered">Of which time it wants data.</param>
/// <param name="Valid">When the order may be served.</param>
public sealed record OrderTerms(ulong Number, string Jurisdiction, OrderKind Kind, string Target, Period Covered, Period Valid)
{
    /// <summary>What is signed: a label, then fields 1 to 8, so that no two orders have the same bytes.</summary>
    public byte[] Serialize() =>
        new WireWriter()
            .Raw("CryptoLessons LawfulOrder"u8)
            .Varint(1, Number)
            .Bytes(2, Encoding.UTF8.GetBytes(Jurisdiction))
            .Varint(3, (ulong)Kind)
            .Bytes(4, Encoding.UTF8.GetBytes(Target))
            .Varint(5, Ticks(Covered.From))
            .Varint(6, Ticks(Covered.Until))
            .Varint(7, Ticks(Valid.From))
            .Varint(8, Ticks(Valid.Until))
            .ToArray();

    private static ulong Ticks(DateTimeOffset time) => (ulong)time.UtcTicks;
}
