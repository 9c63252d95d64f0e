using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Attacks.Means;

/// <summary>The authority's keys that follow from what leaked.</summary>
/// <param name="loot">What leaked.</param>
/// <param name="record">What it is to be tried on.</param>
internal sealed class LeakedKeys(EscrowLoot loot, Transcript record)
{
    private readonly Lazy<AgreedKey> authority = new(() => new(((AuthorityKeyLoot)loot).Key, record));
    private readonly Lazy<AgreedKey[]> several = new(() => [.. ((AuthorityKeysLoot)loot).Keys.Select(key => new AgreedKey(key, record))]);
    private readonly SortedDictionary<long, EpochKey> days = new((loot as EpochKeyLoot)?.Keys.ToDictionary(key => key.Epoch) ?? []);

    /// <summary>The keys to try on what was sealed at some time, each with how it was come by; none when what leaked is no such key.</summary>
    /// <param name="time">When the message was sent, UTC.</param>
    public IEnumerable<(AuthorityKey Key, Derivation How)> At(DateTimeOffset time) => loot switch
    {
        AuthorityKeyLoot => [(authority.Value, new("authority key"))],
        AuthorityKeysLoot => several.Value.Select(key => ((AuthorityKey)key, new Derivation("one of the authority's keys"))),
        KeyShareLoot shared => [(new SharedAuthorityKey(shared.PublicKey, shared.Shares), new(Count(shared.Shares.Count, "share"), "agreement without the key"))],
        EpochKeyLoot epochs => OfDay(Epochs.At(time), epochs),
        _ => [],
    };

    private (AuthorityKey Key, Derivation How)[] OfDay(long day, EpochKeyLoot loot)
    {
        if (loot.Evolves)
            Evolve(day);
        return days.TryGetValue(day, out EpochKey? key)
            ? [(key.KeyPair, new(string.Create(CultureInfo.InvariantCulture, $"authority key of {DateTimeOffset.UnixEpoch.AddDays(day):yyyy-MM-dd}")))]
            : [];
    }

    /// <summary>Moves the newest key on to a later day.</summary>
    private void Evolve(long day)
    {
        for (EpochKey newest = days.Values.Last(); newest.Epoch < day; days.Add(newest.Epoch, newest))
            newest = EvolvingCustody.Next(newest);
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
