using System.Globalization;
using System.Text;
using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>What warrants open of targets of whom some step outside an escrow, and what one leak opens of the others, who obey.</summary>
/// <param name="Pairs">How many pairs of people are under a warrant.</param>
/// <param name="Evading">How many of these pairs step outside.</param>
/// <param name="Messages">How many messages all these pairs sent.</param>
/// <param name="Opened">How many of them were read under the warrants.</param>
/// <param name="Unreadable">How many more were handed over and said nothing: by these the authority sees who evades, and not what they say.</param>
/// <param name="Refused">How many messages any recipient's app refused.</param>
/// <param name="Ordinary">How many messages ordinary people sent, under no warrant.</param>
/// <param name="OrdinaryLeaked">How many of those the leaked key opened.</param>
/// <param name="TargetsLeaked">How many of the targets' messages it opened.</param>
/// <param name="Unrelated">Control: how many messages of anybody an unrelated key opened.</param>
public sealed record SteppingOutside(
    int Pairs, int Evading, int Messages, int Opened, int Unreadable, int Refused, int Ordinary, int OrdinaryLeaked, int TargetsLeaked, int Unrelated)
{
    /// <summary>How many messages each pair sends.</summary>
    public const int MessagesOfAPair = 5;

    private static readonly DateTimeOffset Now = new(2017, 3, 22, 14, 40, 8, TimeSpan.Zero);

    /// <summary>Plays pairs under one escrow and as many ordinary pairs beside them, serves a warrant for each target, and leaks the key.</summary>
    /// <param name="pairs">How many pairs are under a warrant.</param>
    /// <param name="evading">How many of them step outside.</param>
    /// <param name="seed">Draws all keys.</param>
    /// <param name="ways">How they do it, in turn; all three ways when left out.</param>
    public static SteppingOutside Run(int pairs, int evading, long seed = MatrixRequest.DefaultSeed, params IReadOnlyList<WayOut> ways)
    {
        ArgumentNullException.ThrowIfNull(ways);
        ArgumentOutOfRangeException.ThrowIfNegative(evading);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(evading, pairs);
        IReadOnlyList<WayOut> taken = ways.Count > 0 ? ways : [WayOut.EncryptTwice, WayOut.SpoilTheField, WayOut.AnotherApp];
        SeededRandom random = new SeededRandom(seed).Child("stepping outside");
        var court = new Court(random.Child("court"));
        var custody = new WholeKeyCustody(random.Child("authority"));
        var authority = new Authority(custody, court.PublicKey);
        using DhKeyPair leaked = custody.Leak(), unrelated = DhKeyPair.Generate(random.Child("unrelated"));

        TwoPhones Pair(string kind, int number, WayOut way) =>
            Play(random.Child(kind), string.Create(CultureInfo.InvariantCulture, $"{kind} {number}"), way, custody.PublicKey);

        var targets = Enumerable.Range(0, pairs)
            .Select(number => number < evading ? taken[number % taken.Count] : WayOut.None)
            .Select((way, number) => (Way: way, Phones: Pair("target", number, way))).ToArray();
        TwoPhones[] ordinary = [.. Enumerable.Range(0, pairs).Select(number => Pair("ordinary person", number, WayOut.None))];
        // What goes over another app's servers nobody hands to this authority.
        TwoPhones[] within = [.. targets.Where(target => target.Way != WayOut.AnotherApp).Select(target => target.Phones)];
        var served = within.Select(phones => phones.Served(authority, court.Issue(phones.Wire[0].Envelope.From, Now, Now))).ToArray();
        IEnumerable<TwoPhones> everybody = [.. targets.Select(target => target.Phones), .. ordinary];
        return new(
            pairs, evading, targets.Sum(target => target.Phones.Wire.Count), served.Sum(pair => pair.Read), served.Sum(pair => pair.Unreadable),
            everybody.Sum(phones => phones.Refused), ordinary.Sum(phones => phones.Wire.Count), ordinary.Sum(phones => phones.OpenedWith(leaked)),
            targets.Sum(target => target.Phones.OpenedWith(leaked)), everybody.Sum(phones => phones.OpenedWith(unrelated)));
    }

    private static TwoPhones Play(SeededRandom random, string name, WayOut way, DhPublicKey authority)
    {
        (string, string) names = (name, $"whom {name} writes to");
        var phones = new TwoPhones(random, names, (signal, own) => App(signal, own, way, authority));
        // Theirs alone: a session that no provider knows, carried as content by the one that the provider sees.
        TwoPhones? own = way == WayOut.EncryptTwice ? new(random.Child("own layer"), names, (signal, _) => signal) : null;
        for (int turn = 0; turn < MessagesOfAPair; turn++)
        {
            byte[] said = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name} says {turn}"));
            phones.Say(turn, said, Now, own is null ? said : Content(own.Say(turn, said, Now)));
        }
        return phones;
    }

    private static RatchetFunctions App(RatchetFunctions signal, SeededRandom own, WayOut way, DhPublicKey authority) => way switch
    {
        WayOut.AnotherApp => signal,
        WayOut.SpoilTheField => new SpoiledField(signal, MessageKeyEscrow.Size, own),
        _ => new MessageKeyEscrow(signal, authority, own),
    };

    private static ReadOnlyMemory<byte> Content(CiphertextMessage inner) => (byte[])[(byte)inner.Type, .. inner.Bytes.Span];
}
