using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Recordings;

/// <summary>How fast the mass reader opens what was really sent under a design, on one core: captured once, opened as often as one likes.</summary>
public sealed class BulkRate
{
    /// <summary>How many messages are captured when nothing is said.</summary>
    public const int DefaultMessages = 8 * BulkOpening.BatchSize;

    /// <summary>How long each is when nothing is said, in bytes.</summary>
    public const int DefaultTextSize = 256;

    private const int Passes = 9;

    private readonly RecordingHead head;
    private readonly byte[][] captured;
    private readonly ReadingBatch batch;

    private BulkRate(DhKeyPair key, RecordingHead head, byte[][] captured) =>
        (this.head, this.captured, batch) = (head, captured, new(key));

    /// <summary>Has two people write to each other under a design, and keeps what the wire carries and the authority's key.</summary>
    /// <param name="design">The design.</param>
    /// <param name="messages">How many messages.</param>
    /// <param name="textSize">How long each is, in bytes.</param>
    /// <param name="seed">The seed of every key and of what is said.</param>
    /// <returns>Null where one leaked key opens none of them in bulk.</returns>
    public static BulkRate? Of(
        Design design, int messages = DefaultMessages, int textSize = DefaultTextSize, long seed = MatrixRequest.DefaultSeed)
    {
        ArgumentNullException.ThrowIfNull(design);
        var random = new SeededRandom(seed);
        // Bob answers once, so that all but the first messages are in a session that is open; hours apart, where a design begins some day.
        ScriptedMessage[] said =
        [
            .. from number in Enumerable.Range(1, messages)
               let time = DateTimeOffset.UnixEpoch.AddHours(number)
               select number == 2 ? new ScriptedMessage(number, "Bob", ["Alice"], time, Text()) : new(number, "Alice", ["Bob"], time, Text()),
        ];
        IDeployment deployment = design.Deploy(new(said, messages), random.Child("deployment"));
        if (deployment.Leak(AccessSecret.Escrow) is not AuthorityKeyLoot loot)
            return null;
        var captured = new List<byte[]>();
        foreach (ScriptedMessage message in said)
            foreach (Envelope envelope in deployment.Send(message))
            {
                captured.Add(RecordedEnvelope.Encode(envelope).ToArray());
                deployment.Deliver(envelope, out _);
            }
        var rate = new BulkRate(loot.Key, new(design.Id, design.Profile.Name, deployment.IdentityKeys), [.. captured]);
        return rate.Open().Opened > 0 ? rate : null;

        ReadOnlyMemory<byte> Text()
        {
            byte[] text = new byte[textSize];
            random.Fill(text);
            return text;
        }
    }

    /// <summary>Opens all of them once.</summary>
    public ReadingRate Run()
    {
        TimeSpan worked = default;
        Open(ref worked);
        return new(captured.Length, worked, worked);
    }

    /// <summary>Microseconds that a message under a design takes on one core, the median of some passes; null where there is no opening in
    /// bulk.</summary>
    /// <param name="design">The design.</param>
    /// <param name="messages">How many messages a pass opens.</param>
    public static double? Measure(Design design, int messages = DefaultMessages) => Of(design, messages) is { } rate
        ? Enumerable.Range(0, Passes).Select(_ => rate.Run().Microseconds).Order().ElementAt(Passes / 2)
        : null;

    private ReadingTally Open()
    {
        TimeSpan worked = default;
        return Open(ref worked);
    }

    private ReadingTally Open(ref TimeSpan worked)
    {
        var tally = new ReadingTally();
        var part = new RecordedPart(1, "", captured.Length, "");
        for (int i = 0; i < captured.Length;)
        {
            batch.Begin(part, head, i + 1);
            while (i < captured.Length && !batch.IsFull)
                batch.Add(captured[i++]);
            batch.Open(write: false);
            worked += batch.Time;
            tally.Add(batch.Tally);
        }
        return tally;
    }
}
