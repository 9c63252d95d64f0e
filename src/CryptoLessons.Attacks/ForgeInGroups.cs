using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>Writes to groups as the owner of a stolen phone, whose private signing keys lie on it; as no other member.</summary>
public sealed class ForgeInGroups : IForgery<SessionSeizureView>
{
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(SessionSeizureView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. view.Sessions.SelectMany(loot => Forge(loot, view.Transcript, plaintext))];
    }

    private static IEnumerable<ForgedEnvelope> Forge(SessionLoot loot, Transcript transcript, ReadOnlyMemory<byte> plaintext)
    {
        if (loot.SenderKeys is not { } keys)
            yield break;
        GroupCipher cipher = GroupCipher.Resume(ThiefRandom.New(), keys);
        string[] peers = [.. loot.Sessions.Keys];
        foreach (Guid distribution in keys.Own.Keys)
        {
            var message = new CiphertextMessage(CiphertextType.SenderKey, cipher.Encrypt(distribution, plaintext.Span));
            foreach (string peer in peers)
                yield return new(
                    Forged.Hijack,
                    new(loot.Owner, peer, transcript.Now, message),
                    new($"phone of {loot.Owner}", "private signing key of a group", "a message to the group"));
        }
    }
}
