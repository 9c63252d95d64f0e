using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>What recipients can write to themselves in the other's name, with what lies on their own phones.</summary>
/// <remarks>As long as they can, a transcript of theirs proves nothing: repudiation, in the sense of Unger et al., "SoK: Secure Messaging"
/// (IEEE S&amp;P 2015).</remarks>
public sealed class ForgeAsRecipient : IForgery<SessionSeizureView>
{
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(SessionSeizureView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        HashSet<string> owners = [.. view.Sessions.Select(loot => loot.Owner)];
        return
        [
            .. from loot in view.Sessions
               from record in loot.Sessions
               from session in record.Value.All
               let stolen = new StolenSession(loot.Owner, record.Key, session, ThiefRandom.New(), phone: view.Transcript.Phone(ThiefRandom.New()))
               from message in Write(loot, stolen, plaintext)
               let envelope = new Envelope(record.Key, loot.Owner, view.Transcript.Now, message)
               select new ForgedEnvelope(Forged.Hijack, envelope, new($"phone of {loot.Owner}", "root key", "a new chain")),
            .. new ReadWithPhoneKeys().Run(view, plaintext).Concat(new ReadThePostcards().Run(view, plaintext))
                .Where(forged => owners.Contains(forged.Envelope.To) && !owners.Contains(forged.Envelope.From)),
        ];
    }

    /// <summary>In a session, a message; in a group, a sender key in the other's name, and then a message under it.</summary>
    private static IEnumerable<CiphertextMessage> Write(SessionLoot loot, StolenSession stolen, ReadOnlyMemory<byte> plaintext)
    {
        Session<Protocol.Ratchet.RatchetFunctions> peer = stolen.AsPeer();
        if (loot.SenderKeys is null)
            return [peer.Encrypt(plaintext.Span, registrationId: 0)];
        var group = new GroupCipher(ThiefRandom.New());
        Guid distribution = Guid.Empty;
        CiphertextMessage key = peer.Encrypt(group.CreateDistribution(distribution), registrationId: 0);
        return [key, new(CiphertextType.SenderKey, group.Encrypt(distribution, plaintext.Span))];
    }
}
