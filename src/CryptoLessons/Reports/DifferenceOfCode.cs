using CryptoLessons.Designs;
using CryptoLessons.Differences;

namespace CryptoLessons.Reports;

/// <summary>The bodies that differ between two designs, as Markdown.</summary>
internal static class DifferenceOfCode
{
    public static void Write(Markdown page, CodeDifference code, Design a, Design b)
    {
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
    }

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

    private static Type? Below(IReadOnlyList<Type> running, Type type) => running.SkipWhile(other => other != type).Skip(1).FirstOrDefault();

    private static string Names(IEnumerable<Type> classes) =>
        string.Join(" around ", classes.Select(type => $"`{type.Name}`")) is { Length: > 0 } names ? names : "nothing";
}
