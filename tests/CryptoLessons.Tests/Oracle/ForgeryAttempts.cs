using System.Collections.Immutable;

namespace CryptoLessons.Tests.Oracle;

/// <summary>The attempts worth trying at one moment: every row of the table, with the indexes at which an answer may change.</summary>
internal static class ForgeryAttempts
{
    /// <summary>The most attempts of one row.</summary>
    internal const int PerRow = 12;

    // A forgery costs the device one key a skipped message: Signal's own jump is for a hand case, not for every moment.
    private const int AffordableJump = 64;

    /// <summary>At most <see cref="PerRow"/> attempts of each row; what is left out at one moment has its turn when one more is sent.</summary>
    internal static IReadOnlyList<ForgeryAttempt> At(ForgeryMoment moment)
    {
        PartyState theft = moment.Theft;
        return
        [
            new HijackOwner(),
            new HijackPeer(),
            .. Some(moment, Indexes(moment, moment.StolenChain, theft.Sent, [], moment.PeerNow).Select(n => new SlotAsOwner(n))),
            .. Some(moment, Receiving(theft).SelectMany(chain => Indexes(moment, chain.Chain, chain.Next, chain.Skipped, moment.OwnerNow)
                .Select(n => new SlotAsPeer(chain.Chain, n)))),
            .. Some(moment, Indexes(moment, moment.NextChain, 0, [], moment.OwnerNow).Select(n => new SlotAsPeerInNextChain(n))),
        ];
    }

    // The chains kept, and the one before them: evicted by then, or Alice's chain -1 which the model does not list.
    private static IEnumerable<ReceivingChain> Receiving(PartyState theft)
    {
        int before = (theft.Kept.IsEmpty ? theft.OwnChain + 1 : theft.Kept[0].Chain) - 2;
        return before >= SlotAsPeer.PreKeyChain ? theft.Kept.Prepend(ReceivingChain.Fresh(before)) : theft.Kept;
    }

    // Around what was stolen (from), what the victim expects now, what was sent, and both ends of what is skipped.
    private static IEnumerable<int> Indexes(
        ForgeryMoment moment, int chain, int from, ImmutableSortedSet<int> stolen, PartyState victim)
    {
        ReceivingChain now = victim.Kept.Find(kept => kept.Chain == chain) ?? ReceivingChain.Fresh(chain);
        int sent = moment.SentIn(chain);
        int jump = moment.Limits.ForwardJump;
        int[] furthest = jump <= AffordableJump ? [now.Next + jump, now.Next + jump + 1] : [];
        int[] indexes =
        [
            0, from - 1, from, from + 1, now.Next - 1, now.Next, now.Next + 1, sent - 1, sent, sent + 2,
            .. Ends(stolen), .. Ends(now.Skipped), .. furthest,
        ];
        return indexes.Where(index => index >= 0).Distinct().Order();
    }

    private static int[] Ends(ImmutableSortedSet<int> set) => set.IsEmpty ? [] : [set[0], set[^1]];

    private static IEnumerable<ForgeryAttempt> Some(ForgeryMoment moment, IEnumerable<ForgeryAttempt> attempts)
    {
        ForgeryAttempt[] all = [.. attempts];
        int turns = (all.Length + PerRow - 1) / PerRow;
        return all.Where((_, place) => (place + moment.Sent) % turns == 0);
    }
}
