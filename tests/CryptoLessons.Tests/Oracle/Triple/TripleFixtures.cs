namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>What a thief reads of a schedule, worked out by hand: with both ratchets, and what the Double Ratchet alone would open.</summary>
internal sealed record TripleFixture(Schedule Schedule, int[] Read, int[] DoubleRatchet);

/// <summary>Schedules worked out on paper. The shortest epoch without loss: 3 header chunks, 30 of the ciphertext's first part, 36 of the
/// key with the acknowledgement, 5 of the second part, and one message to hand the turn over.</summary>
internal static class TripleFixtures
{
    private const Party A = Party.Alice;
    private const Party B = Party.Bob;

    private static readonly Limits Narrow = Limits.Libsignal with { Spqr = new(MaxJump: 100, MaxOutOfOrder: 1) };

    /// <summary>Every fixture by what it shows.</summary>
    internal static IReadOnlyDictionary<string, TripleFixture> All { get; } = new Dictionary<string, TripleFixture>
    {
        ["two lost messages are open while their epoch is kept"] = TwoEpochs(seizedEarlier: true),
        ["two lost messages are closed once their epoch is dropped"] = TwoEpochs(seizedEarlier: false),
        ["a decapsulation key opens the epoch it is for"] = WithDecapsulationKey(),
        ["a stored key is open that its owner would not take"] = TrimmedButStored(),
        ["a jump beyond the bound wipes what was stored"] = FarJump(),
        ["keys trimmed by Bob are closed"] = FirstBurst(aliceSeized: false),
        ["Alice's session before her first receipt opens what Bob trimmed"] = FirstBurst(aliceSeized: true),
        ["keys of an epoch made after the first seizure stay closed"] = NextEpoch(withKeyPair: false),
        ["keys of an epoch whose key pair was seized are open"] = NextEpoch(withKeyPair: true),
    };

    /// <summary>Two whole epochs; messages 0 and 1 are lost, and the next that Bob sends makes him drop epoch 0.</summary>
    internal static TripleScript TwoEpochs() => new TripleScript().Lost(A, 2).Burst(A, 3).Burst(B, 30).Burst(A, 36).Burst(B, 5)
        .Burst(A, 1).Burst(B, 3).Burst(A, 30).Burst(B, 36).Burst(A, 5);

    // Ordinals: 0-4 Hdr, of which 0 and 1 are lost; 5-34 Ct1; 35-70 Ek; 71-75 Ct2; 76 None; 77-79 Hdr; 80-109 Ct1; 110-145 Ek; 146-150 Ct2;
    // 151 None, with which Bob drops epoch 0. Bob has then received in chains 0, 2, 4, 6 and 8: libsignal's limits still keep chain 0.
    private static TripleFixture TwoEpochs(bool seizedEarlier)
    {
        TripleScript script = TwoEpochs().Seized(B, seizedEarlier).Burst(B, 1).Seized(B, !seizedEarlier)
            .Burst(B, 2).Burst(A, 1).Burst(B, 1);
        return seizedEarlier
            ? new(script.Under(Limits.Libsignal), [0, 1, 151, 152, 153, 154], [0, 1, 151, 152, 153, 154])
            : new(script.Under(Limits.Libsignal), [152, 153, 154], [0, 1, 152, 153, 154]);
    }

    // Ordinals: 0-2 Hdr, 3-32 Ct1, 33-68 Ek, 69-73 Ct2; Alice is seized after 69. She then decapsulates without another step of the Double
    // Ratchet: 74 is hers in epoch 1, 75 Bob's answer in it, 76 in a chain that healed.
    private static TripleFixture WithDecapsulationKey() => new(
        new TripleScript().Burst(A, 3).Burst(B, 30).Burst(A, 36).Lost(B, 5).Arrive(69).Seized(A).Arrive(70, 71, 72, 73)
            .Burst(A, 1).Burst(B, 1).Burst(A, 1).Under(Limits.Libsignal),
        [70, 71, 72, 73, 74, 75],
        [70, 71, 72, 73, 74, 75]);

    // Key 1 is two behind key 3, and one is the limit; but one stored key is not yet enough to collect. 0 then arrives in vain.
    private static TripleFixture TrimmedButStored() => new(
        new TripleScript().Lost(A, 1).Burst(A, 2).Seized(B).Arrive(0).Under(Narrow), [0], [0]);

    // Key 1 is stored when key 2 comes. Key 27 is more than 20 further: of all before it 7 to 26 are stored, 20 keys, and nothing is collected.
    private static TripleFixture FarJump() => new(
        new TripleScript().Lost(A, 1).Burst(A, 1).Lost(A, 24).Burst(A, 1).Seized(B)
            .Under(Limits.Libsignal with { Spqr = new(MaxJump: 100, MaxOutOfOrder: 20) }),
        [.. Enumerable.Range(6, 20)],
        [0, .. Enumerable.Range(2, 24)]);

    // Bob jumps to key 6 and stores key 5, of message 4, alone.
    private static TripleFixture FirstBurst(bool aliceSeized) => new(
        new TripleScript().Lost(A, 6).Seized(A, aliceSeized).Arrive(5).Seized(B).Under(Narrow),
        aliceSeized ? [0, 1, 2, 3, 4] : [4],
        [0, 1, 2, 3, 4]);

    // Ordinals: 0-2 Hdr, 3-32 Ct1, 33-68 Ek, 69-73 Ct2, and 74-79 in epoch 1, of which Bob gets the last and stores key 5, of message 78.
    // Alice is seized before her first message, which makes the key pair and opens 0 to 2 of her chain, or after it.
    private static TripleFixture NextEpoch(bool withKeyPair) => new(
        new TripleScript().Seized(A, !withKeyPair).Burst(A, 1).Seized(A, withKeyPair).Burst(A, 2)
            .Burst(B, 30).Burst(A, 36).Burst(B, 5).Lost(A, 6).Arrive(79).Seized(B).Under(Narrow),
        [.. Enumerable.Range(withKeyPair ? 1 : 0, withKeyPair ? 2 : 3), .. Enumerable.Range(3, 30), .. withKeyPair ? Enumerable.Range(74, 5) : [78]],
        [.. Enumerable.Range(withKeyPair ? 1 : 0, withKeyPair ? 2 : 3), .. Enumerable.Range(3, 30), .. Enumerable.Range(74, 5)]);
}
