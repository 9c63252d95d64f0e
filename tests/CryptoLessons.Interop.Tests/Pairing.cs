namespace CryptoLessons.Interop.Tests;

/// <summary>Whose code Alice and Bob run, and with which release of Signal's library.</summary>
internal sealed record Pairing(Release Release, Side Alice, Side Bob)
{
    /// <summary>Every release, with either side as Alice, who opens the session.</summary>
    public static IEnumerable<Pairing> All =>
        Release.All.SelectMany(release => (Pairing[])[new(release, Side.Ours, Side.Libsignal), new(release, Side.Libsignal, Side.Ours)]);

    /// <summary>The same and, as the control, every release with itself.</summary>
    public static IEnumerable<Pairing> WithControls => [.. All, .. Controls];

    /// <summary>The same where there is a Triple Ratchet.</summary>
    public static IEnumerable<Pairing> OfTripleRatchets => WithControls.Where(pairing => pairing.Release.HasTripleRatchet);

    /// <summary>Those in which a Kyber prekey opens sessions too.</summary>
    public static IEnumerable<Pairing> OfKyberPreKeys => All.Where(pairing => pairing.Release.HasKyber);

    private static IEnumerable<Pairing> Controls => Release.All.Select(release => new Pairing(release, Side.Libsignal, Side.Libsignal));

    public override string ToString() => $"{Release} {Alice}, {Bob}";
}
