using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.ExceptionalAccess.Clipper;

/// <summary>The police's side: it has the family key, reads from a LEAF which chip the target uses, and asks the agents for the halves of that
/// chip's key.</summary>
/// <param name="family">The family key.</param>
/// <param name="agents">Whoever keeps the halves: all of them have to help.</param>
/// <param name="court">The court whose warrants are honoured; each agent looks for itself.</param>
public sealed class DecryptionOffice(FamilyKey family, IReadOnlyList<EscrowAgent> agents, DhPublicKey court)
{
    private readonly Dictionary<(Warrant Warrant, uint UnitId), UnitKey> released = [];

    /// <summary>Opens one intercepted message under a warrant.</summary>
    /// <param name="warrant">The court's order.</param>
    /// <param name="envelope">The message as it was intercepted.</param>
    /// <param name="sender">The sender's identity key, from the directory.</param>
    /// <param name="recipient">The recipient's identity key, from the directory.</param>
    /// <param name="plaintext">The content; empty when the message was not opened.</param>
    /// <returns>Whether it was opened, and if not, why: <see cref="Outcome.NoKey"/> when it comes from another's chip than the target's, or the
    /// agents have no half for the number in its LEAF; <see cref="Outcome.WrongKey"/> when the LEAF holds another message's key.</returns>
    public Outcome Open(Warrant warrant, Envelope envelope, DhPublicKey sender, DhPublicKey recipient, out byte[] plaintext)
    {
        ArgumentNullException.ThrowIfNull(warrant);
        ArgumentNullException.ThrowIfNull(envelope);
        plaintext = [];
        if (warrant.Refusal(court, envelope.From, envelope.To, envelope.Time) is { } refusal)
            return refusal;
        if (InterceptedMessage.Parse(envelope, sender, recipient) is not { } intercepted)
            return Outcome.NotAMessage;
        // What the target receives carries another's LEAF, for whose chip there is no warrant.
        if (ClipperMessage.Of(intercepted) is not { } message || envelope.From != warrant.Target)
            return Outcome.NoKey;
        if (Ask(warrant, message.OpenLeaf(family).UnitId) is not { } unit)
            return Outcome.NoKey;
        using SessionKey? key = message.OpenKey(family, unit);
        if (key is null || message.Decrypt(key) is not { } opened)
            return Outcome.WrongKey;
        plaintext = opened;
        return Outcome.Opened;
    }

    /// <summary>Both halves, asked for once for each warrant and chip.</summary>
    private UnitKey? Ask(Warrant warrant, uint unitId)
    {
        if (!released.TryGetValue((warrant, unitId), out UnitKey? unit))
        {
            UnitKey?[] halves = [.. agents.Select(agent => agent.Release(warrant, unitId))];
            if (halves.Contains(null))
                return null;
            released.Add((warrant, unitId), unit = UnitKey.Join(halves!));
        }
        return unit;
    }
}
