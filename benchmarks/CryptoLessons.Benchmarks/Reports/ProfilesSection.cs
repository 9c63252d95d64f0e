namespace CryptoLessons.Benchmarks.Reports;

/// <summary>The page's part on <see cref="MessageInEachProfile"/> and <see cref="SessionSetUp"/>.</summary>
internal static class ProfilesSection
{
    /// <summary>Measures and writes.</summary>
    public static Section Write(InTurns turns)
    {
        var message = new MessageInEachProfile();
        IReadOnlyDictionary<string, Measured> chain = turns.Compare(
            new(nameof(MessageInEachProfile.ChainX3dh), message.ChainX3dh, MessageInEachProfile.Messages),
            new(nameof(MessageInEachProfile.ChainPqxdh), message.ChainPqxdh, MessageInEachProfile.Messages),
            new(nameof(MessageInEachProfile.ChainTriple), message.ChainTriple, MessageInEachProfile.Messages));
        IReadOnlyDictionary<string, Measured> taking = turns.Compare(
            new(nameof(MessageInEachProfile.TurnsX3dh), message.TurnsX3dh, MessageInEachProfile.Messages),
            new(nameof(MessageInEachProfile.TurnsPqxdh), message.TurnsPqxdh, MessageInEachProfile.Messages),
            new(nameof(MessageInEachProfile.TurnsTriple), message.TurnsTriple, MessageInEachProfile.Messages));
        var session = new SessionSetUp();
        IReadOnlyDictionary<string, Measured> sessions = turns.Compare(
            new(nameof(SessionSetUp.UnderX3dh), session.UnderX3dh, SessionSetUp.Sessions),
            new(nameof(SessionSetUp.UnderPqxdh), session.UnderPqxdh, SessionSetUp.Sessions),
            new(nameof(SessionSetUp.UnderTriple), session.UnderTriple, SessionSetUp.Sessions),
            new(nameof(SessionSetUp.WithSealedSecret), session.WithSealedSecret, SessionSetUp.Sessions));
        string[] Row(string profile, string inChain, string inTurns, string setUp) =>
        [
            profile,
            chain[inChain].Ratio.ToString(),
            taking[inTurns].Ratio.ToString(),
            sessions[setUp].Ratio.ToString(),
            Figures.Count(session.BytesOnTheWire(setUp)),
        ];
        string table = MarkdownTable.Write(
            ["profile", "message out and in, same chain", "when people take turns", "session set-up", "bytes of its first message"],
            [
                Row("x3dh", nameof(MessageInEachProfile.ChainX3dh), nameof(MessageInEachProfile.TurnsX3dh), nameof(SessionSetUp.UnderX3dh)),
                Row("pqxdh", nameof(MessageInEachProfile.ChainPqxdh), nameof(MessageInEachProfile.TurnsPqxdh), nameof(SessionSetUp.UnderPqxdh)),
                Row("triple", nameof(MessageInEachProfile.ChainTriple), nameof(MessageInEachProfile.TurnsTriple), nameof(SessionSetUp.UnderTriple)),
                [
                    "x3dh, session secret sealed to an authority",
                    string.Empty,
                    string.Empty,
                    sessions[nameof(SessionSetUp.WithSealedSecret)].Ratio.ToString(),
                    Figures.Count(session.BytesOnTheWire(nameof(SessionSetUp.WithSealedSecret))),
                ],
            ]);
        string Time(IReadOnlyDictionary<string, Measured> all, string benchmark) => all[benchmark].Microseconds;
        return new($"""
            ## What does each profile cost?

            Times in those of x3dh. A session's set-up is two new devices, the prekeys made and signed, the handshake, and the first message out and
            in, both ends together.

            {table}

            Aside, noisy: under x3dh {Time(chain, nameof(MessageInEachProfile.ChainX3dh))} a message,
            {Time(taking, nameof(MessageInEachProfile.TurnsX3dh))} when people take turns,
            {Time(sessions, nameof(SessionSetUp.UnderX3dh))} to set up a session.
            """);
    }
}
