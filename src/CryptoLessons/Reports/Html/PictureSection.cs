using CryptoLessons.Adversary;
using CryptoLessons.Matrix;
using CryptoLessons.Reports.Pictures;

namespace CryptoLessons.Reports.Html;

/// <summary>A design in pictures: who read what, the chains after session keys were copied, and how one message was read.</summary>
internal static class PictureSection
{
    /// <summary>Writes the section; nothing where no message of the conversation was read.</summary>
    public static void Write(HtmlWriter page, DesignResult row, MatrixResult result, Marks marks)
    {
        Cell[] readers = [.. row.Cells.Where(cell => Worst.Own(cell) > 0)];
        if (readers.Length == 0)
            return;
        int most = Excerpt.MostWith(result.Designs.Count);
        Cell? seizure = readers.FirstOrDefault(cell => cell.Compromise == "session-seizure");
        string? chains = seizure is null ? null : TurningChains.Draw(row.Transcript, seizure.Verdict, null, most).Svg;
        // What made the design different is the last that was tried.
        Cell last = readers[^1];
        page.Line("h3", "In pictures");
        page.Line("p", $"{string.Join(", ", readers.Select(cell => $"{marks.LabelOf(cell.Compromise)} {cell.Compromise}"))}; the others read none. "
            + (chains is null ? "" : $"The chains are shaded as after {seizure!.Compromise}. ")
            + $"The message at the end was read by {last.Compromise}.", "small");
        using (page.Open("div", "pictures"))
        {
            page.Picture(ConversationTimeline.Draw(result.Request.Conversation, Alike(readers, marks), most).Svg!);
            if (chains is not null)
                page.Picture(chains);
            page.Picture(DerivationPath.Draw(Example(last)).Svg!);
        }
    }

    /// <summary>The compromises that read the same messages, under one label.</summary>
    private static (string Label, Verdict Verdict)[] Alike(Cell[] cells, Marks marks) =>
        [.. cells.GroupBy(cell => string.Join(' ', cell.Verdict.Recovered.Keys))
            .Select(same => (string.Join(' ', same.Select(cell => marks.LabelOf(cell.Compromise))), same.First().Verdict))];

    private static Guess Example(Cell cell) => cell.Verdict.Recovered.Values.First();
}
