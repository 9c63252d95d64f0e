namespace CryptoLessons.Benchmarks.Peers;

/// <summary>One question: how many times as long as a peer does this library take?</summary>
/// <param name="Work">What this library does.</param>
/// <param name="Peer">The peer.</param>
/// <param name="PeerWork">What the peer does.</param>
/// <param name="Goal">The ratio that the project wants to stay below; null where there is no goal.</param>
/// <param name="Stretch">The ratio that it would be proud of.</param>
internal sealed record Comparison(string Work, string Peer, string PeerWork, double? Goal = null, double? Stretch = null)
{
    /// <summary>Names of the peers.</summary>
    public const string Libolm = "libolm", Libsignal = "libsignal", OpenSsl = "openssl", BouncyCastle = "bouncycastle";

    // A garbage collector clears up once in some hundred messages, and its work belongs to the price: a slice has its share of it.
    private const int Messages = 1000;

    // The post-quantum ratchet works hard at a few messages of an epoch only: a slice passes several epochs.
    private const int Rounds = 300;

    // Slices beside Node last ten times as long as others, and so their turn comes less often.
    private const int Seldom = 4;

    /// <summary>All of them; those with goals first, in the order of the goals.</summary>
    public static IReadOnlyList<Comparison> All { get; } =
    [
        new("encrypt", Libolm, "encrypt", Goal: 0.6, Stretch: 0.25) { AtLeast = Messages },
        new("decrypt", Libolm, "decrypt", Goal: 0.6, Stretch: 0.25) { AtLeast = Messages },
        new("encrypt", Libsignal, "encrypt", Goal: 0.12, Stretch: 0.05) { AtLeast = Messages, Every = Seldom },
        new("decrypt", Libsignal, "decrypt", Goal: 0.12, Stretch: 0.05) { AtLeast = Messages, Every = Seldom },
        new("round", Libolm, "round", Goal: 0.3, Stretch: 0.15),
        new("round-triple", Libsignal, "round", Goal: 0.4, Stretch: 0.2) { AtLeast = Rounds, Every = Seldom },
        new("x25519", OpenSsl, "x25519", Goal: 1.5, Stretch: 1.0),
        new("x25519-base", OpenSsl, "x25519", Goal: 0.5, Stretch: 0.4),
        new("mass-read", OpenSsl, "x25519", Goal: 1.0, Stretch: 0.35) { AtLeast = CapturedMessages.Count },
        new("encrypt-triple", Libsignal, "encrypt") { AtLeast = Messages, Every = Seldom },
        new("decrypt-triple", Libsignal, "decrypt") { AtLeast = Messages, Every = Seldom },
        new("round", Libsignal, "round") { AtLeast = Rounds, Every = Seldom },
        new("key-pair", OpenSsl, "key-pair"),
        new("x25519", BouncyCastle, "x25519"),
        new("x25519-base", BouncyCastle, "x25519-base"),
    ];

    /// <summary>The name of the ratio.</summary>
    public string Name => $"{Work}/{Peer}";

    /// <summary>How many operations a slice has at least.</summary>
    public int AtLeast { get; private init; } = 1;

    /// <summary>In every how many rounds it takes part, the first included.</summary>
    public int Every { get; private init; } = 1;
}
