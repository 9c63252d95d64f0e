using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The desk for courts' orders: it hands over what is held of one customer, to the courts under which the provider stands.</summary>
/// <param name="courts">The key of the court of each jurisdiction that the provider is in.</param>
/// <param name="held">What the provider holds when it is asked.</param>
/// <param name="clock">The time.</param>
/// <param name="turnaround">How long an answer takes, a refusal too.</param>
public sealed class OrderDesk(IReadOnlyDictionary<string, DhPublicKey> courts, Func<HeldData> held, TimeProvider clock, TimeSpan turnaround = default)
    : Desk(held, clock, turnaround)
{
    private readonly HashSet<(string Jurisdiction, ulong Number)> answered = [];

    /// <summary>Serves an order.</summary>
    /// <param name="order">Any order, from anybody.</param>
    public DeskAnswer Serve(LawfulOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        DeskAnswer answer = Answer(order.Terms.Jurisdiction, order.Terms.Target, order.Terms.Covered, Refusal(order));
        if (answer.Refusal is null)
            answered.Add((order.Terms.Jurisdiction, order.Terms.Number));
        return answer;
    }

    private OrderRefusal? Refusal(LawfulOrder order)
    {
        OrderTerms terms = order.Terms;
        if (!courts.TryGetValue(terms.Jurisdiction, out DhPublicKey? court))
            return OrderRefusal.WrongJurisdiction;
        if (!order.IsSignedBy(court))
            return OrderRefusal.NotSigned;
        if (Now < terms.Valid.From)
            return OrderRefusal.NotYetValid;
        if (Now > terms.Valid.Until)
            return OrderRefusal.Expired;
        if (answered.Contains((terms.Jurisdiction, terms.Number)))
            return OrderRefusal.AlreadyAnswered;
        return terms.Kind == OrderKind.DiscloseHeldData ? null : OrderRefusal.NothingHeld;
    }
}
