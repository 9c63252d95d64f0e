using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>A court, a court abroad, a police force, and a forger: everybody who writes to a provider's desks, and what they write.</summary>
internal sealed class Requests
{
    public const string Abroad = "by a court abroad";
    private const string Here = "here", There = "abroad", Force = "the county police";
    private static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    private readonly SeededRandom random;
    private readonly Court court;
    private readonly Court abroad;
    private readonly DhKeyPair police;

    /// <param name="random">A stream of their own: nothing that the messenger draws moves.</param>
    public Requests(SeededRandom random)
    {
        (this.random, court, abroad) = (random, new(random.Child("court")), new(random.Child("court abroad")));
        police = DhKeyPair.Generate(random.Child("police"));
    }

    /// <summary>The courts under which the provider stands.</summary>
    public IReadOnlyDictionary<string, DhPublicKey> Courts => new Dictionary<string, DhPublicKey> { [Here] = court.PublicKey };

    /// <summary>The police forces that it knows.</summary>
    public IReadOnlyDictionary<string, DhPublicKey> Forces => new Dictionary<string, DhPublicKey> { [Force] = police.Public };

    /// <summary>An order in force from its signing on for a week, for data of any time up to then.</summary>
    public LawfulOrder Order(string target, DateTimeOffset now) => court.Issue(Terms(target, now, 1));

    /// <summary>Orders to be served one after the other, of which the first is in order.</summary>
    public IEnumerable<(string What, LawfulOrder Order)> Orders(string target, string other, DateTimeOffset now)
    {
        LawfulOrder valid = Order(target, now);
        yield return ("in order", valid);
        yield return ("the same, served once more", valid);
        yield return ("the same, altered to name another person", valid with { Terms = valid.Terms with { Target = other } });
        yield return ("signed by a forger", new Court(random.Child("forger")).Issue(Terms(target, now, 2)));
        yield return (Abroad, abroad.Issue(Terms(target, now, 3) with { Jurisdiction = There }));
        yield return ("expired", court.Issue(Terms(target, now, 4) with { Valid = new(now - Validity, now.AddTicks(-1)) }));
        yield return ("not yet in force", court.Issue(Terms(target, now, 5) with { Valid = new(now.AddTicks(1), now + Validity) }));
        yield return ("to weaken the app", court.Issue(Terms(target, now, 6, OrderKind.WeakenClient)));
        yield return ("about somebody who is no customer", court.Issue(Terms("nobody of that name", now, 7)));
    }

    /// <summary>A genuine emergency request, and a forger's on the same letterhead.</summary>
    public IEnumerable<(string What, EmergencyRequest Request)> Emergencies(string target, DateTimeOffset now)
    {
        var letter = new EmergencyRequest(Force, target, now);
        yield return ("genuine", letter.Sign(police, random));
        using DhKeyPair forger = DhKeyPair.Generate(random.Child("forger"));
        yield return ("forged", letter.Sign(forger, random));
    }

    private static OrderTerms Terms(string target, DateTimeOffset now, ulong number, OrderKind kind = OrderKind.DiscloseHeldData) =>
        new(number, Here, kind, target, new(DateTimeOffset.UnixEpoch, now), new(now, now + Validity));
}
