using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The layer above an interception port: turns warrants into orders, and writes each down.</summary>
/// <param name="court">The court whose warrants are honoured.</param>
/// <param name="console">The console's key pair.</param>
/// <param name="random">Where the signatures' randomness comes from.</param>
public sealed class InterceptManagement(DhPublicKey court, DhKeyPair console, RandomSource random)
{
    private readonly SortedSet<string> ordered = new(StringComparer.Ordinal);

    /// <summary>Whose messages were ordered to be copied, as the log has it.</summary>
    public IReadOnlyCollection<string> Log => ordered;

    /// <summary>Carries out a warrant at a port.</summary>
    /// <param name="warrant">The order.</param>
    /// <param name="port">The port.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>False when the court did not sign it, its time is over, or the port obeys another console; the log has nothing of it then.</returns>
    public bool Carry(Warrant warrant, InterceptPort port, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(warrant);
        ArgumentNullException.ThrowIfNull(port);
        if (!warrant.IsSignedBy(court) || now > warrant.Until || !port.Obey(InterceptOrder.Sign(warrant.Target, console, random)))
            return false;
        ordered.Add(warrant.Target);
        return true;
    }

    /// <summary>Whose messages a port copies without a warrant in the log: what nobody sees who does not compare the two layers.</summary>
    public IReadOnlyList<string> Reconcile(InterceptPort port)
    {
        ArgumentNullException.ThrowIfNull(port);
        return [.. port.Targets.Where(target => !ordered.Contains(target))];
    }

    /// <summary>The same layer as it stands, to go its own way.</summary>
    public InterceptManagement Fork()
    {
        var fork = new InterceptManagement(court, console, random);
        fork.ordered.UnionWith(ordered);
        return fork;
    }
}
