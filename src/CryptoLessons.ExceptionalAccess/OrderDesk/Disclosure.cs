using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>What a provider hands over of one customer: what it holds, and nothing that it would have to make first.</summary>
/// <param name="Account">The account's two dates.</param>
/// <param name="Deliveries">The log's lines of messages from and to the customer.</param>
/// <param name="Connections">The log's lines of the customer's connections.</param>
/// <param name="Queued">The messages that wait, as they were encrypted.</param>
/// <param name="Plaintexts">The messages that the provider can read.</param>
public sealed record Disclosure(
    AccountRecord Account,
    IReadOnlyList<DeliveryRecord> Deliveries,
    IReadOnlyList<ConnectionRecord> Connections,
    IReadOnlyList<Envelope> Queued,
    IReadOnlyList<HeldMessage> Plaintexts);
