using CryptoLessons.Designs;
using NUnit.Framework;

namespace CryptoLessons.Tests.Docs;

/// <summary>docs/manual/matrix.md: its table of designs, written by hand, has them all in their order.</summary>
internal sealed class MatrixManualTests
{
    [Test]
    public void TheTableHasEveryDesignInItsOrder()
    {
        string section = File.ReadAllText(Repository.PathOf("docs", "manual", "matrix.md")).ReplaceLineEndings("\n").Split("## The designs\n")[1].Split("\n## ")[0];
        string[] rows = [.. section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])];
        Assert.That(rows, Is.EqualTo(Design.All.Select(design => design.Id)));
    }
}
