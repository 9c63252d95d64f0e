using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>How far a group's chain may be ahead. Sender keys are the same in all releases; one is enough for so many messages.</summary>
[TestFixture]
internal sealed class GroupLimitTests
{
    [Test]
    public void OpensAMessageTwentyFiveThousandAheadAndKeepsTheTwoThousandNewestSkipped([Values(Side.Ours, Side.Libsignal)] Side sending)
    {
        const int Jump = 25_000;
        const int Kept = 2_000;
        using var group = new Quartet(Release.All[^1], seed: 1);
        Party[] pair = [.. group.Members.Take(2).OrderByDescending(member => group.SideOf(member) == sending)];
        Party sender = pair[0], reader = pair[1];
        group.HandKey(sender, [reader]);
        GroupLetter[] letters = sender.GroupWriteEmpty(Quartet.Garden, Jump + 2);
        reader.GroupRefuse(letters[Jump + 1], sending == Side.Libsignal ? "too_far" : "invalid_message");
        reader.GroupOpen(letters[Jump]);
        reader.GroupOpen(letters[Jump + 1]);
        foreach (int dropped in (int[])[0, Jump - Kept - 1])
            reader.GroupRefuse(letters[dropped], "duplicate");
        for (int i = Jump - Kept; i < Jump; i += 37)
            reader.GroupOpen(letters[i]);
        group.End();
    }
}
