using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Attacks.Scanning;

namespace CryptoLessons.Matrix;

/// <summary>What the thief of an access secret tries, whatever the secret is.</summary>
internal static class AccessAttacks
{
    /// <summary>What reads the wire alone, whatever else its owner holds.</summary>
    public static ReadThePostcards Postcards { get; } = new();

    /// <summary>The same for whoever also has computers. One searcher serves every compromise: it remembers what it has searched.</summary>
    public static SearchShortKeys ShortKeys { get; } = new();

    /// <summary>What reads the record and changes nothing.</summary>
    public static IReadOnlyList<IAttack<EscrowLeakView>> OnTheRecord { get; } =
    [
        new ReadWithLeakedMessageKeys(),
        new ReadWithLeakedContentKeys(),
        new ReadWithLeakedSessionSecrets(),
        new ReadWithLeakedUnitKeys(),
        new SearchWithLeakedBits(),
        new PredictWithTheTrapdoor(),
        new ListenToTheNonces(),
        new ReadTheStore(),
        new ReadTheReports(),
    ];

    /// <summary>What writes.</summary>
    public static IReadOnlyList<IForgery<EscrowLeakView>> Forgeries { get; } =
    [
        new ReadWithLeakedMessageKeys(),
        new ReadWithLeakedContentKeys(),
        new ReadWithLeakedSessionSecrets(),
        new ReadWithLeakedUnitKeys(),
        new SearchWithLeakedBits(),
        new PredictWithTheTrapdoor(),
        new ListenToTheNonces(),
        new ReadTheStore(),
        new ImpersonateWithDepositedKeys(),
        new SwapTheDirectory(),
    ];

    /// <summary>What takes a place on the wire.</summary>
    public static IReadOnlyList<IActiveAttack<EscrowLeakView>> OnTheWire { get; } =
    [
        new SwapTheDirectory(),
        new AddAGhost(),
        new ReadTheReports(),
        new ShipAnotherBuild(),
        new UseTheConsole(),
        new RollBackTheVersion(),
    ];
}
