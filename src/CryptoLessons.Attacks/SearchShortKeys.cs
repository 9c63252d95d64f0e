using System.Globalization;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess.WeakKeys;

namespace CryptoLessons.Attacks;

/// <summary>Tries all short keys on every message that announces one: it takes nothing but a place on the way, and computers.</summary>
/// <param name="reach">How many bits of a key this adversary can afford to try for a message.</param>
public sealed class SearchShortKeys(int reach = ShortKeySearch.DefaultReach) : MessageKeyAttack<View>
{
    private readonly ShortKeySearch search = new(reach);

    /// <inheritdoc/>
    protected override KeySearch Search(View view) => (_, message) => search.Find(message) is { } found ? [(found.Key, How(new("wire"), found))] : [];

    /// <summary>How a key was come by that had to be searched for.</summary>
    internal static Derivation How(Derivation known, FoundKey found) =>
        new([.. known.Steps, string.Create(CultureInfo.InvariantCulture, $"{found.Trials:N0} keys tried"), "message key"]) { Trials = found.Trials };
}
