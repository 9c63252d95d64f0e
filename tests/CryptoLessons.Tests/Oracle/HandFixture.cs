namespace CryptoLessons.Tests.Oracle;

/// <summary>The fixture that was worked out by hand: 20 messages, both sides possibly seized at one moment.</summary>
internal static class HandFixture
{
    /// <summary>Alice's session seized: 7 messages are read.</summary>
    internal static Schedule AliceSeized() => With(Seizure(Party.Alice));

    /// <summary>Bob's session seized: 4 messages are read.</summary>
    internal static Schedule BobSeized() => With(Seizure(Party.Bob));

    /// <summary>Both sessions seized: 9 messages are read.</summary>
    internal static Schedule BothSeized() => With(Seizure(Party.Alice), Seizure(Party.Bob));

    /// <summary>The places Alice's session opens.</summary>
    internal static IReadOnlyList<Coordinates> ReadFromAlice { get; } =
        [new(1, 1), new(3, 1), new(3, 2), new(4, 1), new(4, 2), new(5, 0), new(5, 1)];

    /// <summary>The places Bob's session opens.</summary>
    internal static IReadOnlyList<Coordinates> ReadFromBob { get; } = [new(0, 1), new(4, 0), new(4, 1), new(4, 2)];

    /// <summary>The places both open together.</summary>
    internal static IReadOnlyList<Coordinates> ReadFromBoth { get; } =
        [new(0, 1), new(1, 1), new(3, 1), new(3, 2), new(4, 0), new(4, 1), new(4, 2), new(5, 0), new(5, 1)];

    private static Seize Seizure(Party of) => new(of, WholeDevice: false);

    // Ordinals by chain: 0 = 0..2, 1 = 3..5, 2 = 6..7, 3 = 8..10, 4 = 11..13, 5 = 14..15, 6 = 16..17, 7 = 18..19.
    private static Schedule With(params ScheduleEvent[] seizures) => new(
        [
            .. Sends(Party.Alice, 3), .. Arrive(0, 2),
            .. Sends(Party.Bob, 3), .. Arrive(5, 3),
            .. Sends(Party.Alice, 2), .. Arrive(6, 7),
            .. Sends(Party.Bob, 3), .. Arrive(8),
            .. Sends(Party.Alice, 1),
            .. seizures,
            .. Sends(Party.Alice, 2), .. Arrive(11, 12, 13),
            .. Sends(Party.Bob, 2), .. Arrive(9, 10, 14, 15),
            .. Sends(Party.Alice, 2), .. Arrive(16, 17),
            .. Sends(Party.Bob, 2), .. Arrive(18, 19),
        ],
        OneTimePreKey: true,
        Limits.Libsignal);

    private static IEnumerable<ScheduleEvent> Sends(Party from, int count) => Enumerable.Repeat(new Send(from), count);

    private static IEnumerable<ScheduleEvent> Arrive(params int[] messages) => messages.Select(message => new Deliver(message));
}
