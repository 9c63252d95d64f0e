using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Attacks;

/// <summary>The authority's keys that follow from what leaked.</summary>
internal static class LeakedKeys
{
    /// <summary>The keys to try on what was sealed at some time, each with how it was come by; none when what leaked is no such key.</summary>
    /// <param name="loot">What leaked.</param>
    /// <param name="time">When the message was sent, UTC.</param>
    public static IEnumerable<(AuthorityKey Key, Derivation How)> At(EscrowLoot loot, DateTimeOffset time) => loot switch
    {
        AuthorityKeyLoot authority => [(authority.Key, new("authority key"))],
        _ => [],
    };
}
