using CryptoLessons.Designs;
using CryptoLessons.Differences;
using static System.FormattableString;

namespace CryptoLessons.Reports;

/// <summary>The bodies that differ between two designs, as Markdown.</summary>
internal static class DifferenceOfCode
{
    public static void Write(Markdown page, CodeDifference code, Design a, Design b)
    {
        if (code.Seams.Count == 0)
            page.Paragraph("Neither runs functions of Signal's protocol: they differ in all that they are made of.");
        else if (code.Seams.All(seam => !seam.IsShared))
            page.Paragraph("Only one of them runs functions of Signal's protocol: there are no bodies to hold side by side.");
        else
            page.Paragraph("The functions that the phones of both run. One is the same when the same body of the same class runs; "
                + "those that are not are shown, with what they call in their own class.");
        var shown = new HashSet<string>();
        foreach (SeamDifference seam in code.Seams)
        {
            int all = seam.Functions.Count, different = seam.Different.Count;
            if (!seam.IsShared)
            {
                var (runs, not, classes) = seam.A.Count > 0 ? (a, b, seam.A) : (b, a, seam.B);
                page.Paragraph($"`{seam.Seam.Name}`: {Names(classes.Reverse())} in `{runs.Id}`; `{not.Id}` has no class of these functions.");
                continue;
            }
            page.Paragraph(different == 0
                ? $"All {all} functions of `{seam.Seam.Name}` are the same."
                : $"Of the {all} functions of `{seam.Seam.Name}`, {all - different} are the same; different: {different}.");
            foreach (var between in seam.DifferentBetween.GroupBy(function => function.Function.Owner.Name))
                page.Paragraph($"Of what `{between.Key}` leaves open to other classes, different: {between.Count()}.");
            foreach (FunctionDifference function in seam.Different.Concat(seam.DifferentBetween))
                Write(page, function, a, b, shown);
        }
        if (code.Parts.Count > 0)
            page.Paragraph("Beside the functions, in the app, the directory, the server or with an authority:")
                .List(code.Parts.Select(part => $"{Where(part, a, b)}, `{part.Class.FullName}`: {part.Summary}"));
    }

    /// <summary>A class that both have may be set in another way in each.</summary>
    private static string Where(DesignPart part, Design a, Design b) => (part.InA, part.InB) switch
    {
        (true, true) => "in both",
        (true, false) => $"in `{a.Id}`",
        _ => $"in `{b.Id}`",
    };

    private static void Write(Markdown page, FunctionDifference function, Design a, Design b, HashSet<string> shown)
    {
        page.Heading(3, $"{function.Function.Owner.Name}.{function.Function.Name}")
            .Paragraph($"In `{a.Id}`: {Names(function.A)}. In `{b.Id}`: {Names(function.B)}.");
        foreach (FunctionBody body in function.Bodies)
        {
            // Two functions may call the same helper: it is shown with the first of them.
            string[] members = [body.Text, .. body.Helpers.Where(helper => shown.Add($"{body.Class} {helper}"))];
            page.Paragraph($"`{body.Class.FullName}`{Besides(body, function, a, b)}:").Block("csharp", string.Join("\n\n", members).Split('\n'));
        }
    }

    /// <summary>Says what runs besides, where a body calls the same function of the suite below.</summary>
    private static string Besides(FunctionBody body, FunctionDifference function, Design a, Design b)
    {
        (string Design, Type? Below)[] sides = [(a.Id, Below(function.A, body.Class)), (b.Id, Below(function.B, body.Class))];
        return string.Concat(sides.Where(side => side.Below is not null)
            .Select(side => $"; in `{side.Design}` it calls the same function of `{side.Below!.Name}`, so that both run"));
    }

    private static Type? Below(IReadOnlyList<Type> running, Type type) =>
        running.SkipWhile(other => other != type).FirstOrDefault(other => other != type);

    private static string Names(IEnumerable<Type> classes)
    {
        IEnumerable<string> names = classes.CountBy(type => type).Select(type => $"`{type.Key.Name}`{(type.Value == 1 ? "" : Invariant($" ({type.Value} times)"))}");
        return string.Join(" around ", names) is { Length: > 0 } joined ? joined : "nothing";
    }
}
