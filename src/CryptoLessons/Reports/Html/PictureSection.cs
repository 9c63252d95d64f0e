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
        page.Line("h3", "In pictures");
        using (page.Open("div", "pictures"))
        {
            page.Picture(ConversationTimeline.Draw(result.Request.Conversation, Alike(readers, marks), most).Svg!);
            if (readers.FirstOrDefault(cell => cell.Compromise == "session-seizure") is { } seizure
                && TurningChains.Draw(row.Transcript, seizure.Verdict, null, most).Svg is { } chains)
                page.Picture(chains);
            page.Picture(DerivationPath.Draw(Example(readers[^1])).Svg!);
        }
    }

    /// <summary>The compromises that read the same messages, under one label.</summary>
    private static (string Label, Verdict Verdict)[] Alike(Cell[] cells, Marks marks) =>
        [.. cells.GroupBy(cell => string.Join(' ', cell.Verdict.Recovered.Keys))
            .Select(same => (string.Join(' ', same.Select(cell => marks.LabelOf(cell.Compromise))), same.First().Verdict))];

    private static Guess Example(Cell cell) => cell.Verdict.Recovered.Values.First();
}
