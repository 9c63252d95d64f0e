using System.Globalization;
using CryptoLessons.Attacks.Scanning;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Claims;

/// <summary>Figures about scanning that no cell of the matrix holds: computed from pictures and lists drawn from the run's seed.</summary>
internal static class ScanningFigures
{
    private const int Threshold = 10;
    private const int Pictures = 400;
    private const int Width = 320;
    private const int Height = 240;

    /// <summary>The least change by which a listed picture gets by.</summary>
    public static ClaimFigure Evasion { get; } = new(
        "the least change by which a listed picture gets by: bits of its hash, and nearness to the original",
        result => Draw(result, "listed") is var listed
            ? Change(Attacks.Scanning.Evasion.Escape(listed, PerceptualHash.Of(listed), Threshold))
            : "");

    /// <summary>The least change by which an innocent picture is reported.</summary>
    public static ClaimFigure Framing { get; } = new(
        "the least change by which an innocent picture is reported: bits of its hash, and nearness to the original",
        result => Change(FrameByCollision.Collide(Draw(result, "innocent"), PerceptualHash.Of(Draw(result, "listed")), Threshold)));

    /// <summary>What a phone flags of the conversation with an empty list.</summary>
    public static ClaimFigure BeforePoisoning { get; } = new(
        "messages of the conversation that a phone flags, with an empty list", result => Flagged(result, thief: null));

    /// <summary>What it flags with one text more on the list.</summary>
    public static ClaimFigure AfterPoisoning { get; } = new(
        "the same phone, when the administrator's key has put a text of the conversation on the list",
        result => Flagged(result, Administrator(result)));

    /// <summary>The control: somebody else's key puts nothing on the list.</summary>
    public static ClaimFigure PoisoningWithAnotherKey { get; } = new(
        "control: the same, with the key of another administrator",
        result => Flagged(result, new(new SeededRandom(result.Request.Seed).Child("another administrator"))));

    /// <summary>How often unrelated pictures are alike.</summary>
    /// <param name="threshold">By how many bits two hashes may differ.</param>
    public static ClaimFigure FalseMatches(int threshold) => new(
        Text($"pairs of unrelated synthetic pictures that a list takes for alike, within {threshold} of {PerceptualHash.Size} bits"),
        result => new HashDistances(new SeededRandom(result.Request.Seed).Child("pairs"), Pictures) is var distances
            ? Text($"{distances.UpTo(threshold)} of {distances.Pairs}")
            : "");

    private static GreyImage Draw(MatrixResult result, string which) =>
        SyntheticPicture.Draw(new SeededRandom(result.Request.Seed).Child(which), Width, Height);

    private static ListAdministrator Administrator(MatrixResult result) => new(new SeededRandom(result.Request.Seed).Child("administrator"));

    private static string Flagged(MatrixResult result, ListAdministrator? thief)
    {
        var random = new SeededRandom(result.Request.Seed);
        ListAdministrator administrator = Administrator(result);
        var phone = new ClientScanner(administrator.PublicKey, random.Child("phone"));
        phone.Accept(administrator.Sign(new ScanList(Threshold, random.Child("salt"))));
        var messages = result.Request.Conversation.Messages;
        if (thief is not null)
            phone.Accept(PoisonedList.Add(phone.List!, messages[^1].Text, thief.Leak(), random.Child("thief")));
        return Text($"{messages.Count(message => phone.Scan(message.Text, []).Count > 0)} of {messages.Count}");
    }

    private static string Change(AlteredPicture? altered) => altered is null ? "none" : Text($"{altered.BitsFlipped} bits, {altered.Psnr:F1} dB");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
