using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The desk for requests that cannot wait for a court: it answers at once, or as soon as it can.</summary>
/// <remarks>In the middle of 2021 large firms gave data of customers to forgers who wrote from police forces' broken-into mail accounts.</remarks>
/// <param name="check">How the desk finds out who asks.</param>
/// <param name="forces">The police forces that the desk knows, each with its key.</param>
/// <param name="held">What the provider holds when it is asked.</param>
/// <param name="clock">The time.</param>
/// <param name="turnaround">How long an answer takes, a refusal too.</param>
public sealed class EmergencyDesk(
    RequesterCheck check,
    IReadOnlyDictionary<string, DhPublicKey> forces,
    Func<HeldData> held,
    TimeProvider clock,
    TimeSpan turnaround = default)
    : Desk(held, clock, turnaround)
{
    /// <summary>For how long a request counts as an emergency's.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>Answers a request with all that is held of the customer up to now.</summary>
    /// <param name="request">Any request, from anybody.</param>
    public DeskAnswer Serve(EmergencyRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Answer(request.Force, request.Target, new(DateTimeOffset.MinValue, Now), Refusal(request));
    }

    private OrderRefusal? Refusal(EmergencyRequest request)
    {
        if (!forces.TryGetValue(request.Force, out DhPublicKey? force))
            return OrderRefusal.UnknownForce;
        if (check == RequesterCheck.Signature && !request.IsSignedBy(force))
            return OrderRefusal.NotSigned;
        if (Now < request.Time)
            return OrderRefusal.NotYetValid;
        return Now - request.Time > Lifetime ? OrderRefusal.Expired : null;
    }
}
