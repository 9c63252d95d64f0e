using System.Globalization;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Differences;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Reports;
using NUnit.Framework;

namespace CryptoLessons.Tests.Differences;

/// <summary>The three differences of strict and message-key-escrow on the built-in conversation, and the page that shows them.</summary>
internal sealed class DesignDifferenceTests
{
    private static readonly Lazy<DesignDifference> Difference = new(() => DesignDifference.Of(Request("strict", "message-key-escrow")));

    [Test]
    public void TheHandshakeIsTheSameAndEncryptIsNot()
    {
        Assert.That(Difference.Value.Code.Seams.Single(seam => seam.Seam == typeof(HandshakeFunctions)).Different, Is.Empty);
        SeamDifference ratchet = Difference.Value.Code.Seams.Single(seam => seam.Seam == typeof(RatchetFunctions));
        FunctionDifference encrypt = ratchet.Different.Single(function => function.Function.Name == "Encrypt");
        Assert.That(encrypt.Bodies.Select(body => body.CallsInner), Is.EqualTo((bool[])[true, false]));
        Assert.That(encrypt.A, Is.EqualTo((Type[])[typeof(SignalFunctions)]));
        Assert.That(encrypt.B, Is.EqualTo((Type[])[encrypt.Bodies[0].Class, typeof(SignalFunctions)]));
        string source = File.ReadAllText(Repository.PathOf("src", "CryptoLessons.ExceptionalAccess", $"{encrypt.B[0].Name}.cs"));
        Assert.That(source.ReplaceLineEndings("\n"), Does.Contain(encrypt.Bodies[0].Text.Replace("\n", "\n    ", StringComparison.Ordinal)));
    }

    [Test]
    public void ASeamThatOnlyOneDesignFillsInHasNoBodiesToCompare()
    {
        var seam = new SeamDifference(typeof(RatchetFunctions), [], [typeof(SignalFunctions)]);
        Assert.That((seam.IsShared, seam.Different.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public void OnlyTheLeakDiffersAmongTheCompromises() => Assert.That(
        Difference.Value.Claims.Compromises.Where(compromise => compromise.Differs).Select(compromise => compromise.Compromise),
        Is.EqualTo((string[])["escrow-leak", "judge-and-key"]));

    [Test]
    public void TheCellsAreThoseOfTheMatrix()
    {
        ClaimsDifference claims = Difference.Value.Claims;
        MatrixResult matrix = MatrixRunner.Run(Request("message-key-escrow", "postcard", "strict"));
        foreach (DesignResult side in (DesignResult[])[claims.A, claims.B])
        {
            DesignResult row = matrix.Designs.Single(row => row.Design == side.Design);
            Assert.That(side.Cells.Select(Figures), Is.EqualTo(row.Cells.Select(Figures)));
            Assert.That((side.Lawful.Opened, side.BytesPerMessage), Is.EqualTo((row.Lawful.Opened, row.BytesPerMessage)));
        }
    }

    [Test]
    public void EveryDesignsPartsHaveASentenceInTheirSource() => Assert.That(
        Design.All.SelectMany(design => design.Parts).Distinct().Select(part => new DesignPart(part, InA: true, InB: false).Summary),
        Has.All.Match(@"^[^<>]{20,}\.$"));

    [Test]
    public void EveryDesignDiffersFromStrictInFunctionsOrInParts()
    {
        Design strict = Design.Named("strict");
        foreach (Design design in Design.All.Where(design => design != strict))
            Assert.That(design.Parts.Count > 0 || !design.Functions.SequenceEqual(strict.Functions), Is.True, design.Id);
    }

    [Test]
    public void DesignsWithoutACommonPartSaySoAndHaveNoTableOfParts()
    {
        string page = DifferenceMarkdown.Write(DesignDifference.Of(Request("strict", "postcard")));
        Assert.That(page, Does.Contain("they have nothing in common").And.Contain("`CryptoLessons.ExceptionalAccess.Postcard`: A message that anybody"));
        Assert.That(page, Does.Not.Contain("| part"));
    }

    [Test]
    public void ADifferenceIsOfTwo() => Assert.That(() => DesignDifference.Of(Request("strict")), Throws.ArgumentException);

    [Test]
    public void ThePageIsTheSameInEveryCultureAndRun()
    {
        string page = DifferenceMarkdown.Write(Difference.Value);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (strange.NumberFormat.NumberDecimalSeparator, strange.NumberFormat.NegativeSign) = (",", "~");
            CultureInfo.CurrentCulture = strange;
            Assert.That(DifferenceMarkdown.Write(DesignDifference.Of(Request("strict", "message-key-escrow"))), Is.EqualTo(page));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        Assert.That(page, Does.Not.Contain("\r").And.EndsWith("\n").And.Not.EndsWith("\n\n"));
        Assert.That(page.Split('\n'), Has.None.EndsWith(" "));
    }

    [Test]
    public void TheOrderOfTheTwoIsTheCallersOwn()
    {
        string page = DifferenceMarkdown.Write(DesignDifference.Of(Request("message-key-escrow", "strict")));
        Assert.That(page, Does.StartWith("# message-key-escrow and strict\n"));
        Assert.That(page, Does.Contain("-82.05 for each on average").And.Contain("**20, 0**").And.Contain("\n-  106  7a 50"));
    }

    private static MatrixRequest Request(params string[] designs) => MatrixRequest.Create(BuiltInConversation.Load(), designs: designs).Request!;

    private static object[] Figures(Cell cell) =>
    [
        cell.Compromise, cell.Verdict.Past, cell.Verdict.Future, cell.Verdict.Bystanders, cell.History, cell.Forged, cell.ForgeryNoticed, cell.Noticed,
    ];
}
