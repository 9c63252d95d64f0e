using CryptoLessons.Benchmarks.Peers;

namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on where the time goes: what explains a goal that is not met.</summary>
internal static class ProfileSection
{
    // Bob's step on receipt, and Alice's: each agrees twice, with the old pair and with a new one.
    private const int AgreementsOfARound = 4;
    private const int KeyPairsOfARound = 2;
    private const int MessagesOfARound = 2;

    /// <summary>Measures the parts of a message, and sets the other figures of a comparison in proportion.</summary>
    public static Section Write(InTurns turns, PeerFigures figures)
    {
        var side = new MessageParts();
        IReadOnlyDictionary<string, Measured> parts = turns.Compare(
            new(nameof(MessageParts.Encrypt), side.Encrypt, MessageParts.Messages),
            new(nameof(MessageParts.ChainStep), side.ChainStep, MessageParts.Messages),
            new(nameof(MessageParts.DeriveKeys), side.DeriveKeys, MessageParts.Messages),
            new(nameof(MessageParts.Cipher), side.Cipher, MessageParts.Messages),
            new(nameof(MessageParts.Mac), side.Mac, MessageParts.Messages));
        string[] Part(string title, string benchmark) => [title, parts[benchmark].Ratio.ToString()];
        double sum = parts.Values.Skip(1).Sum(part => part.Ratio.Median);
        string message = MarkdownTable.Write(
            ["a message out, same chain", "share of our time"],
            [
                Part(".NET: the chain's step, two HMACs", nameof(MessageParts.ChainStep)),
                Part(".NET: HKDF to 80 bytes", nameof(MessageParts.DeriveKeys)),
                Part(".NET: AES-256-CBC with a new key", nameof(MessageParts.Cipher)),
                Part(".NET: HMAC over the message", nameof(MessageParts.Mac)),
                ["these four together", Figures.Ratio(sum)],
            ]);
        string Round(string profile, string round, string encrypt, string decrypt) => Shares(
            $"a ping-pong round, profile {profile}",
            figures.Microseconds[round],
            [
                ($"{AgreementsOfARound} agreements", AgreementsOfARound * figures.Microseconds["x25519"]),
                ($"{KeyPairsOfARound} new key pairs", KeyPairsOfARound * figures.Microseconds["key-pair"]),
                (
                    $"{MessagesOfARound} messages out and in, same chain",
                    MessagesOfARound * (figures.Microseconds[encrypt] + figures.Microseconds[decrypt])),
            ]);
        var thief = new MassReading();
        var agreement = new KeyAgreement();
        IReadOnlyDictionary<string, Measured> readParts = turns.Compare(
            new(nameof(MassReading.InBulk), thief.InBulk, MassReading.Messages),
            new(nameof(KeyAgreement.OwnAtOnce), agreement.OwnAtOnce, KeyAgreement.Keys));
        double agreements = readParts[nameof(KeyAgreement.OwnAtOnce)].Ratio.Median;
        string read = Shares(
            "one captured message opened by a thief in bulk", 1, [($"an agreement, {KeyAgreement.Keys} at once, each", agreements)]);
        return new($"""
            ## Where does the time go?

            This is what explains a goal that is not met. Shares are of medians of one run in turns. In the first table the parts are those of a
            library that calls .NET and does nothing else; together they come to more than 1 where this library is faster than .NET's functions alone.
            Under triple the rest is the post-quantum ratchet: keys, encapsulations and chunks. A thief's rest is two key derivations, AES and the MAC.

            {message}

            {Round("x3dh", "round", "encrypt", "decrypt")}

            {Round("triple", "round-triple", "encrypt-triple", "decrypt-triple")}

            {read}
            """);
    }

    private static string Shares(string what, double whole, (string Part, double Microseconds)[] parts) => MarkdownTable.Write(
        [what, "share of our time"],
        [
            .. parts.Select(part => (string[])[part.Part, Figures.Ratio(part.Microseconds / whole)]),
            ["the rest", Figures.Ratio(1 - parts.Sum(part => part.Microseconds) / whole)],
        ]);
}
