using CryptoLessons.ExceptionalAccess.Franking;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Attacks;

/// <summary>A recipient's attempts to have somebody blamed for what they did not write, with all that a recipient has: true reports.</summary>
public static class ForgeAReport
{
    /// <summary>Every way, from two true reports.</summary>
    /// <param name="report">A true report of one message.</param>
    /// <param name="another">A true report of another message.</param>
    /// <param name="text">What the sender shall have said.</param>
    /// <param name="name">Who else shall have said it.</param>
    /// <param name="random">Where keys of the forger's own come from.</param>
    public static IEnumerable<RecipientReport> Try(
        RecipientReport report, RecipientReport another, ReadOnlyMemory<byte> text, string name, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(another);
        ArgumentNullException.ThrowIfNull(random);
        byte[] guessed = report.Tag.ToArray();
        random.Fill(guessed);
        return
        [
            report with { Said = report.Said with { Content = text } },
            report with { Said = FrankedContent.Create(text, random) },
            report with { Said = FrankedContent.Create(report.Said.Content, random) },
            report with { From = name },
            report with { To = name },
            report with { Time = report.Time.AddSeconds(1) },
            report with { Tag = another.Tag },
            report with { Tag = guessed },
            another with { Tag = report.Tag, Said = another.Said with { Content = text } },
        ];
    }
}
