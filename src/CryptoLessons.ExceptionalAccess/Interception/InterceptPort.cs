using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>The interception port of a provider's switch: copies the messages of whoever stands on its list to the operator's console.</summary>
/// <remarks>
/// The standard interface of telephone exchanges, in outline. It knows consoles and no courts: whoever can speak to it as the console does is
/// obeyed. Courts and logs are the business of a layer above it (<see cref="InterceptManagement"/>), which an intruder does not have to use: so it was in Athens in 2004,
/// where that layer had never been installed.
/// </remarks>
/// <param name="console">The public key of the operator's console.</param>
public sealed class InterceptPort(DhPublicKey console)
{
    private readonly SortedSet<string> targets = new(StringComparer.Ordinal);

    /// <summary>Whose messages are copied: the list itself tells whom the agencies are after.</summary>
    public IReadOnlyCollection<string> Targets => targets;

    /// <summary>Takes an order.</summary>
    /// <returns>False when the console did not sign it.</returns>
    public bool Obey(InterceptOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (!order.IsSignedBy(console))
            return false;
        targets.Add(order.Target);
        return true;
    }

    /// <summary>The copy of a message for the console, sealed to it; null when nobody on the list takes part.</summary>
    /// <param name="participants">The sender and the recipients.</param>
    /// <param name="content">The content.</param>
    /// <param name="random">Where the sealing takes its ephemeral key from.</param>
    public byte[]? Copy(IEnumerable<string> participants, ReadOnlySpan<byte> content, RandomSource random) =>
        targets.Overlaps(participants) ? SealedKey.Seal(content, console, random) : null;

    /// <summary>The same port as it stands, to go its own way.</summary>
    public InterceptPort Fork()
    {
        var fork = new InterceptPort(console);
        fork.targets.UnionWith(targets);
        return fork;
    }
}
