using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="SkippedKeys"/> and <see cref="LateMessages"/>.</summary>
internal static class SkippedKeysSection
{
    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns)
    {
        var storm = new SkippedKeys();
        IReadOnlyDictionary<string, Measured> skipping = turns.Compare(
        [
            .. SkippedKeys.Skipped.Select(skipped =>
                new Operation(Figures.Count(skipped), storm.Reset, () => storm.Receive(skipped), SkippedKeys.Receivers)),
        ]);
        var side = new LateMessages();
        IReadOnlyDictionary<string, Measured> late = turns.Compare(
            new(nameof(LateMessages.InOrder), side.Empty, side.InOrder, LateMessages.Messages),
            new(nameof(LateMessages.InOrderBesideAFullStore), side.Full, side.InOrderBesideAFullStore, LateMessages.Messages),
            new(nameof(LateMessages.LateOutOfAFullStore), side.Full, side.LateOutOfAFullStore, LateMessages.Messages));
        string storms = MarkdownTable.Write(
            ["a message that skips so many others", "time, in messages that skip none", "bytes allocated"],
            skipping.Select(entry => (string[])[entry.Key, entry.Value.Ratio.ToString(), entry.Value.Allocated]));
        string[] Row(string title, string benchmark) => [title, late[benchmark].Ratio.ToString(), late[benchmark].Allocated];
        string store = MarkdownTable.Write(
            ["one message in", "time, in messages in order", "bytes allocated"],
            [
                Row("in order, nothing skipped", nameof(LateMessages.InOrder)),
                Row("in order, beside a full store", nameof(LateMessages.InOrderBesideAFullStore)),
                Row("late, out of a full store", nameof(LateMessages.LateOutOfAFullStore)),
            ]);
        return new($"""
            ## What do skipped messages cost?

            A receiver steps the chain up to the message before it can know whether the message is genuine. It stores up to
            {Figures.Count(RatchetLimits.Signal.SkippedSeeds)} of what it passes;
            {Figures.Count(RatchetLimits.Signal.ForwardJump)} is the furthest jump that it makes.

            {storms}

            {store}
            """);
    }
}
