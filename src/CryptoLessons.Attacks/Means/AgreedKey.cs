using System.Collections;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Attacks.Means;

/// <summary>A stolen key that, asked for one agreement, agrees with the next ephemeral keys on a record too.</summary>
/// <remarks>Processors do several in the time of one.</remarks>
internal sealed class AgreedKey : AuthorityKey
{
    private const int Ahead = 64;

    private readonly DhKeyPair key;
    private readonly Dictionary<DhPublicKey, int> places = [];
    private readonly byte[] ephemerals;
    private readonly byte[] secrets;
    private readonly BitArray agreed;

    /// <summary>Looks through a record; agrees with nothing yet.</summary>
    /// <param name="key">The stolen key.</param>
    /// <param name="record">What went over the wire.</param>
    public AgreedKey(DhKeyPair key, Transcript record)
        : base(key.Public)
    {
        this.key = key;
        foreach (TranscriptEntry entry in record.Entries)
            if (record.Parse(entry) is { } message)
                foreach (DhPublicKey ephemeral in EscrowField.Ephemerals(message.Ciphertext.Span))
                    places.TryAdd(ephemeral, places.Count);
        (ephemerals, secrets) = (new byte[Secret.Size * places.Count], new byte[Secret.Size * places.Count]);
        foreach (var (ephemeral, place) in places)
            ephemeral.U.CopyTo(ephemerals.AsSpan(Secret.Size * place));
        agreed = new(places.Count);
    }

    /// <inheritdoc/>
    public override SharedSecret? Agree(DhPublicKey ephemeral)
    {
        if (!places.TryGetValue(ephemeral, out int place))
            return X25519.Agree(key.Private, ephemeral);
        if (!agreed[place])
            AgreeFrom(place);
        Span<byte> secret = secrets.AsSpan(Secret.Size * place, Secret.Size);
        return secret.ContainsAnyExcept((byte)0) ? new(secret) : null;
    }

    private void AgreeFrom(int place)
    {
        int count = Math.Min(Ahead, places.Count - place);
        Range bytes = (Secret.Size * place)..(Secret.Size * (place + count));
        X25519.Agree(key.Private, ephemerals.AsSpan(bytes), secrets.AsSpan(bytes));
        for (int i = place; i < place + count; i++)
            agreed[i] = true;
    }
}
