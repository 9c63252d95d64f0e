using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Lessons;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Reports.Pictures;
using CryptoLessons.Tests.Matrix;
using CryptoLessons.Tests.Scoreboards;

namespace CryptoLessons.Tests.Reports.Pictures;

/// <summary>The built-in conversation with session keys copied at message 20, and a picture of each kind.</summary>
internal static class SeizedGame
{
    public static Conversation Chat { get; } = BuiltInConversation.Load();

    private static readonly Lazy<Game> Strict = new(() => Design.Find("strict")!.Play(Chat, at: 20, target: "Alice"));

    private static readonly Lazy<Game> Triple = new(() => Design.Find("strict")!.Under(Profile.Triple).Play(Chat, at: 20, target: "Alice"));

    public static Transcript Wire => Strict.Value.Transcript;

    public static Transcript PostQuantumWire => Triple.Value.Transcript;

    public static Verdict Stolen => Strict.Value.Judge(new ReadAfterSessionSeizure().Run(Strict.Value.SessionSeizure()));

    public static Verdict Member => Strict.Value.Judge(new ReadAfterSessionSeizure().Run(Strict.Value.MemberSeizure()));

    public static Verdict Control => Strict.Value.Judge(new ReadAfterSessionSeizure().Run(Strict.Value.SessionSeizure(Secrets.Unrelated)));

    /// <summary>What a relay that keeps a log wrote down of the play.</summary>
    public static IReadOnlyList<DeliveryRecord> Log
    {
        get
        {
            var log = new RelayLog();
            foreach (TranscriptEntry entry in Wire.Entries)
                log.Record(entry.Envelope);
            return log.Deliveries;
        }
    }

    /// <summary>Every kind of picture, under its name.</summary>
    public static IReadOnlyDictionary<string, Func<Exhibit>> Pictures { get; } = new Dictionary<string, Func<Exhibit>>
    {
        ["timeline"] = () => ConversationTimeline.Draw(Chat, ("stolen", Stolen), ("control", Control)),
        ["chains"] = () => TurningChains.Draw(Wire, Stolen),
        ["path"] = () => DerivationPath.Draw(Member.Recovered[20]),
        ["x3dh"] = () => HandshakeDiagram.Draw(Wire),
        ["pqxdh"] = () => HandshakeDiagram.Draw(PostQuantumWire),
        ["contacts"] = () => ContactGraph.Draw(Log),
        ["matrix"] = () => MatrixHeatMap.Draw(BuiltInMatrix.Result),
        ["scoreboard"] = () => ScoreboardHeatMap.Draw(BuiltInScoreboard.Value),
    };

    public static IEnumerable<string> Names => Pictures.Keys;

    /// <summary>A verdict made by hand: these messages were read, the ones behind the conversation's bystanders'.</summary>
    public static Verdict Reading(int length, int at, params IEnumerable<int> read) => new(
        read.ToDictionary(number => number, number => new Guess(number, new byte[] { 1 }, new Derivation("a key", "plaintext"))),
        [],
        TestScripts.Between(string.Concat(Enumerable.Repeat('A', length))),
        at);
}
