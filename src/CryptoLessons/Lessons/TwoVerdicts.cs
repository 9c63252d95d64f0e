using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Lessons;

/// <summary>Two questions that are often taken for one: whether the cryptography verified, and whether the person was protected.</summary>
internal static class TwoVerdicts
{
    /// <summary>Both verdicts on an undisturbed play that somebody read along.</summary>
    public static Exhibit Of(Game game, Verdict read)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentNullException.ThrowIfNull(read);
        bool verified = game.Arrived == read.Of && game.Noticed != Noticed.Automatically;
        return Of(verified, $"{game.Arrived} of {read.Of} messages arrived as they were said", game.Noticed, read);
    }

    /// <summary>Both verdicts on a play in which somebody sat on the wire.</summary>
    public static Exhibit Of(ActiveVerdict played)
    {
        ArgumentNullException.ThrowIfNull(played);
        int accepted = played.Deliveries.Count(delivery => delivery.Failure == DecryptFailure.None);
        return Of(
            accepted == played.Deliveries.Count && played.Noticed != Noticed.Automatically,
            $"devices accepted {accepted} of {played.Deliveries.Count} messages after the theft",
            played.Noticed,
            played.Reading);
    }

    private static Exhibit Of(bool verified, FormattableString what, Noticed noticed, Verdict read) => Table.Of(
        ["", "", "measured"],
        ["Did the cryptography verify?", verified ? "yes" : "no", $"{Invariant(what)}; {Said(noticed)}"],
        [
            "Was the person protected?",
            read.Recovered.Count == 0 ? "yes, from this attack" : "no",
            Invariant($"somebody else read {read.Read} of {read.Of} messages, and {read.Bystanders} of {read.BystandersOf} of bystanders"),
        ]);

    private static string Said(Noticed noticed) => noticed switch
    {
        Noticed.No => "nobody can notice anything",
        Noticed.IfCompared => "who compares notices something",
        Noticed.Automatically => "a device told its owner",
        _ => throw new ArgumentOutOfRangeException(nameof(noticed), noticed, null),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
