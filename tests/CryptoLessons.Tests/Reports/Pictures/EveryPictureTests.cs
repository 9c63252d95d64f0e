using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CryptoLessons.Reports.Html;
using CryptoLessons.Reports.Pictures;
using NUnit.Framework;

namespace CryptoLessons.Tests.Reports.Pictures;

/// <summary>What holds for every picture: it shows and does nothing else, on every screen and for everybody.</summary>
[TestFixture]
internal sealed partial class EveryPictureTests
{
    [TestCaseSource(typeof(SeizedGame), nameof(SeizedGame.Names))]
    public void ShowsAndDoesNothingElse(string name) => Assert.That(() => SvgElements.Check(SeizedGame.Pictures[name]().Svg!), Throws.Nothing);

    [TestCaseSource(typeof(SeizedGame), nameof(SeizedGame.Names))]
    public void HasATitleAndADescriptionByWhichItIsNamed(string name)
    {
        DrawnPicture picture = Drawn(name);
        string[] ids = [.. picture.Root.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.That(picture.Root.Attribute("role")!.Value, Is.EqualTo("img"));
        Assert.That(picture.Root.Attribute("aria-labelledby")!.Value.Split(' '), Is.EqualTo(ids[..2]).And.Length.EqualTo(2));
        Assert.That(picture.Title, Is.Not.Empty);
        Assert.That(picture.Description, Is.Not.Empty);
        Assert.That(picture.Exhibit.Text, Does.Contain(picture.Title));
    }

    [TestCaseSource(typeof(SeizedGame), nameof(SeizedGame.Names))]
    public void EveryFillThatIsReferredToIsThere(string name)
    {
        XElement root = Drawn(name).Root;
        string[] ids = [.. root.Descendants().Attributes("id").Select(id => $"url(#{id.Value})")];
        Assert.That(root.Descendants().Attributes("fill").Select(fill => fill.Value).Distinct(), Is.SubsetOf(ids));
    }

    [TestCaseSource(typeof(SeizedGame), nameof(SeizedGame.Names))]
    public void SaysHowWideItIsAndTakesLessWhereThereIsLess(string name)
    {
        XElement root = Drawn(name).Root;
        string[] box = root.Attribute("viewBox")!.Value.Split(' ');
        Assert.That(box[..3], Is.EqualTo((string[])["0", "0", "360"]));
        double height = double.Parse(box[3], CultureInfo.InvariantCulture);
        Assert.That((double)root.Attribute("height")! / (double)root.Attribute("width")!, Is.EqualTo(height / 360).Within(0.001));
        Assert.That(Style, Does.Contain("max-width: 100%; height: auto;"));
    }

    [TestCaseSource(typeof(SeizedGame), nameof(SeizedGame.Names))]
    public void StaysWithinItsFrame(string name)
    {
        DrawnPicture picture = Drawn(name);
        double height = double.Parse(picture.Root.Attribute("viewBox")!.Value.Split(' ')[3], CultureInfo.InvariantCulture);
        foreach (XElement text in picture.All("text"))
        {
            double x = (double)text.Attribute("x")!, width = text.Attribute("transform") is null ? Lettering.Width(text.Value) : 0;
            double left = (string?)text.Attribute("text-anchor") switch { "middle" => x - (width / 2), "end" => x - width, _ => x };
            Assert.That(left, Is.GreaterThanOrEqualTo(0), text.Value);
            Assert.That(left + width, Is.LessThanOrEqualTo(360), text.Value);
            Assert.That((double)text.Attribute("y")!, Is.InRange(12, height - 4), text.Value);
        }
        foreach (XElement rect in picture.All("rect"))
        {
            Assert.That((double)rect.Attribute("x")! + (double)rect.Attribute("width")!, Is.LessThanOrEqualTo(360));
            Assert.That((double)rect.Attribute("y")! + (double)rect.Attribute("height")!, Is.LessThanOrEqualTo(height));
        }
    }

    [TestCaseSource(typeof(SeizedGame), nameof(SeizedGame.Names))]
    public void IsTheSameInEveryCountry(string name)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var exhibit = SeizedGame.Pictures[name]();
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (",", "minus");
            CultureInfo.CurrentCulture = other;
            Assert.That(SeizedGame.Pictures[name](), Is.EqualTo(exhibit));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        Assert.That(exhibit.Svg, Does.Not.Contain("\r").And.Not.Contain("NaN").And.Not.Contain("-0\""));
    }

    [Test]
    public void NoTwoPicturesHaveANameInCommon() =>
        Assert.That(SeizedGame.Names.SelectMany(name => Drawn(name).Root.Descendants().Attributes("id").Select(id => id.Value)), Is.Unique.And.Not.Empty);

    [Test]
    public void LettersAreNeverSmallerThanTwelve() =>
        Assert.That(LetterSize().Matches(Style).Min(size => int.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture)), Is.EqualTo(12));

    /// <summary>Light and dark: what is filled differs from what is hollow in brightness, so that it does in grey too (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
    [TestCase(0)]
    [TestCase(1)]
    public void LettersAndMarksStandOutInGrey(int scheme)
    {
        double Contrast(string one, string other)
        {
            double first = Brightness(one, scheme), second = Brightness(other, scheme);
            return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
        }
        Assert.That(Contrast("ink", "paper"), Is.GreaterThan(7));
        Assert.That(Contrast("soft", "paper"), Is.GreaterThan(4.5));
        Assert.That(Contrast("theft", "paper"), Is.GreaterThan(4.5), "letters on a filled bead");
        Assert.That(Contrast("much", "paper"), Is.GreaterThan(3));
        Assert.That(Contrast("ink", "fill"), Is.GreaterThan(7), "letters in boxes");
    }

    private static string Style => Drawn("path").All("style").Single().Value;

    private static DrawnPicture Drawn(string name) => new(SeizedGame.Pictures[name]());

    private static double Brightness(string name, int scheme)
    {
        string hex = Regex.Matches(Style, $@"--p-{name}: (?:var\(--[a-z]+, )?#([0-9a-f]{{6}})")[scheme].Groups[1].Value;
        double[] linear = [.. Convert.FromHexString(hex).Select(value => value / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    [GeneratedRegex(@"font(?:-size)?: (\d+)px")]
    private static partial Regex LetterSize();
}
