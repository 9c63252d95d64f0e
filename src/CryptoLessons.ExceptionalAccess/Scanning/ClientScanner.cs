using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>The scanner in an app: looks at a message before it is encrypted, and reports it if the list says so.</summary>
/// <remarks>
/// It stands outside the protocol, which stays as it is to the last bit: what is scanned is sent as it was, and the recipient cannot tell.
/// The user cannot tell either what is looked for, because the list holds hashes.
/// </remarks>
/// <param name="administrator">Whose lists this app takes, and to whom it reports.</param>
/// <param name="random">Where the sealing takes its ephemeral keys from; a stream of its own, so that the messages' keys are the same
/// with and without the scanner.</param>
public sealed class ClientScanner(DhPublicKey administrator, RandomSource random)
{
    /// <summary>The list that the app looks for; null before the first one came.</summary>
    public ScanList? List { get; private set; }

    /// <summary>Takes a list in place of an older one.</summary>
    /// <param name="signed">A list as it came.</param>
    /// <returns>False when it is not signed by the administrator or not newer; the app then keeps the one it has.</returns>
    public bool Accept(SignedScanList signed)
    {
        ArgumentNullException.ThrowIfNull(signed);
        if (signed.Open(administrator) is not { } list || list.Version <= (List?.Version ?? 0))
            return false;
        List = list;
        return true;
    }

    /// <summary>Every entry of the list that a message matches.</summary>
    /// <param name="text">What the user wrote; an empty text is looked up like any other.</param>
    /// <param name="file">The attached file's bytes; empty when there is none.</param>
    public IReadOnlyList<ScanMatch> Scan(string text, ReadOnlySpan<byte> file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var matches = new List<ScanMatch>();
        if (List is not { } list)
            return matches;
        if (SaltedHash.OfText(list.Salt, text) is var textHash && list.Holds(textHash))
            matches.Add(new(ScanMatchKind.Text, textHash.ToString(), Distance: 0));
        if (!file.IsEmpty && SaltedHash.OfFile(list.Salt, file) is var fileHash && list.Holds(fileHash))
            matches.Add(new(ScanMatchKind.File, fileHash.ToString(), Distance: 0));
        if (list.Pictures.Count > 0 && GreyImage.Read(file) is { } picture)
            matches.AddRange(Alike(list, PerceptualHash.Of(picture)));
        return matches;
    }

    /// <summary>What the app does with a message: nothing, or a report of it.</summary>
    /// <param name="content">The plaintext that goes to the recipient, text and file in it.</param>
    /// <param name="text">What the user wrote.</param>
    /// <param name="file">The attached file's bytes; empty when there is none.</param>
    /// <returns>Null when nothing matches: then nothing of the message leaves the phone but what the recipient gets.</returns>
    public ScanReport? Report(ReadOnlySpan<byte> content, string text, ReadOnlySpan<byte> file) =>
        Scan(text, file).Count > 0 ? ScanReport.Seal(content, administrator, random) : null;

    /// <summary>The same scanner as it stands, to go its own way.</summary>
    /// <param name="random">Where it takes its ephemeral keys from.</param>
    public ClientScanner Fork(RandomSource random) => new(administrator, random) { List = List };

    private static IEnumerable<ScanMatch> Alike(ScanList list, PerceptualHash hash) =>
        from listed in list.Pictures
        let distance = hash.DistanceTo(listed)
        where distance <= list.Threshold
        select new ScanMatch(ScanMatchKind.Picture, listed.ToString(), distance);
}
