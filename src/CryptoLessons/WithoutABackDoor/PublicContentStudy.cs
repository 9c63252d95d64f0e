using System.Globalization;
using CryptoLessons.Attacks.Scanning;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>A public site looks for listed posts on its own server, beside a messenger: what is found, and what became of the messenger.</summary>
/// <param name="Posts">How many posts were published.</param>
/// <param name="Listed">How many of them are listed, and were published as they are.</param>
/// <param name="Found">How many of these were found.</param>
/// <param name="Altered">How many are listed pictures that were changed a little, to get by.</param>
/// <param name="AlteredFound">How many of these were found.</param>
/// <param name="FalseAlarms">How many posts were found that are not listed.</param>
/// <param name="ControlFound">Control: how many posts a site finds whose list has nothing on it.</param>
/// <param name="Messenger">Strict's row with the site beside it, next to strict's without.</param>
/// <param name="OnPhones">The row of the messenger whose phones scan, next to strict's.</param>
public sealed record PublicContentStudy(
    int Posts,
    int Listed,
    int Found,
    int Altered,
    int AlteredFound,
    int FalseAlarms,
    int ControlFound,
    CellComparison Messenger,
    CellComparison OnPhones)
{
    private const string Honest = "strict", Phones = "client-scanning";
    private const int Published = 200, EveryListed = 10, EveryPicture = 4;
    private const int Threshold = 4, Width = 90, Height = 80;

    /// <summary>Publishes while strict is played once more, and compares rows.</summary>
    /// <param name="matrix">A run in which strict and client-scanning are.</param>
    public static PublicContentStudy Run(MatrixResult matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        SeededRandom random = new SeededRandom(matrix.Request.Seed).Child("public content");
        (PublicPost[] posts, ScanList list) = Write(random);
        var (site, control) = (Site(list, random), Site(new ScanList(Threshold, random.Child("control's salt")), random));
        DesignResult before = Row(matrix, Honest);
        bool first = true;
        Design withSite = before.Design with
        {
            Deployed = (script, stream, _) =>
            {
                // The control of the matrix plays the same messenger once more, and nothing is published twice.
                bool open = first;
                first = false;
                int messages = script.Messages.Count;
                return new BesideDeployment(before.Design.Deploy(script, stream), (message, _) =>
                {
                    foreach (PublicPost post in posts.Where(post => open && post.Number % messages == message.Number % messages))
                    {
                        site.Publish(post);
                        control.Publish(post);
                    }
                });
            },
        };
        DesignResult after = MatrixRunner.Run(matrix.Request with { Designs = [withSite] }).Designs[0];
        HashSet<int> found = [.. site.Flagged.Select(post => post.Number)];
        return new(
            site.Published,
            posts.Count(IsListed),
            posts.Count(post => IsListed(post) && found.Contains(post.Number)),
            posts.Count(IsAltered),
            posts.Count(post => IsAltered(post) && found.Contains(post.Number)),
            posts.Count(post => !IsListed(post) && !IsAltered(post) && found.Contains(post.Number)),
            control.Flagged.Count,
            CellComparison.Compare(before, after),
            CellComparison.Compare(before, Row(matrix, Phones)));
    }

    private static bool IsListed(PublicPost post) => post.Number <= Published && post.Number % EveryListed == 0;

    private static bool IsAltered(PublicPost post) => post.Number > Published;

    /// <summary>Texts and pictures, of which every so many is listed; and those pictures once more, changed a little.</summary>
    private static (PublicPost[] Posts, ScanList List) Write(SeededRandom random)
    {
        var list = new ScanList(Threshold, random.Child("salt"));
        var (posts, altered) = (new List<PublicPost>(), new List<PublicPost>());
        for (int number = 1; number <= Published; number++)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"Post number {number}, for everybody to read.");
            if (number % EveryPicture != 0)
            {
                posts.Add(new(number, text));
                list = number % EveryListed == 0 ? list.WithText(text) : list;
                continue;
            }
            GreyImage picture = SyntheticPicture.Draw(random.Child(text), Width, Height);
            posts.Add(new(number, "", picture.ToPng()));
            if (number % EveryListed != 0)
                continue;
            var hash = PerceptualHash.Of(picture);
            list = list.WithPicture(hash);
            // Safe because a picture of this size can be changed cell by cell.
            altered.Add(new(Published + altered.Count + 1, "", Evasion.Escape(picture, hash, Threshold)!.Picture.ToPng()));
        }
        return ([.. posts, .. altered], list);
    }

    private static PublicFeed Site(ScanList list, SeededRandom random)
    {
        var administrator = new ListAdministrator(random.Child("administrator"));
        var site = new PublicFeed(administrator.PublicKey, random.Child("site"));
        site.Accept(administrator.Sign(list));
        return site;
    }

    private static DesignResult Row(MatrixResult matrix, string design) => matrix.Designs.Single(row => row.Design.Id == design);
}
