using System.Collections.Immutable;

namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>The states of the ML-KEM Braid: the first five are the encapsulation key's side, the others the ciphertext's.</summary>
internal enum BraidState
{
    KeysUnsampled,
    KeysSampled,
    HeaderSent,
    Ct1Received,
    EkSentCt1Received,
    NoHeaderReceived,
    HeaderReceived,
    Ct1Sampled,
    EkReceivedCt1Sampled,
    Ct1Acknowledged,
    Ct2Sampled,
}

/// <summary>One party's ML-KEM Braid in integers: what it sends next and how many chunks it still lacks. Immutable.</summary>
/// <param name="Epoch">The epoch that is being agreed on, from 1.</param>
/// <param name="State">Where in it the party is.</param>
/// <param name="NextChunk">The number of the next chunk to be sent, where the state sends chunks.</param>
/// <param name="Received">The distinct chunks of what is being received.</param>
internal sealed record Braid(int Epoch, BraidState State, int NextChunk, ImmutableHashSet<int> Received)
{
    /// <summary>Chunks that make a header with its MAC: 96 bytes.</summary>
    internal const int HeaderChunks = 3;

    /// <summary>Chunks that make the vector of an encapsulation key: 1,152 bytes.</summary>
    internal const int EkChunks = 36;

    /// <summary>Chunks that make the first part of a ciphertext: 960 bytes.</summary>
    internal const int Ct1Chunks = 30;

    /// <summary>Chunks that make the second part with its MAC: 160 bytes.</summary>
    internal const int Ct2Chunks = 5;

    /// <summary>Alice at the start.</summary>
    internal static Braid Initiator { get; } = new(1, BraidState.KeysUnsampled, 0, []);

    /// <summary>Bob at the start.</summary>
    internal static Braid Responder { get; } = new(1, BraidState.NoHeaderReceived, 0, []);

    /// <summary>Whether the party holds the decapsulation key of <see cref="Epoch"/>.</summary>
    internal bool HoldsDecapsulationKey => State is BraidState.KeysSampled or BraidState.HeaderSent or BraidState.Ct1Received
        or BraidState.EkSentCt1Received;

    /// <summary>Whether the party holds the randomness of its encapsulation, from which the secret of <see cref="Epoch"/> comes.</summary>
    internal bool HoldsEncapsulation => State is BraidState.Ct1Sampled or BraidState.EkReceivedCt1Sampled or BraidState.Ct1Acknowledged;

    /// <summary>Whether the next send encapsulates, and so makes the secret of <see cref="Epoch"/>.</summary>
    internal bool EncapsulatesOnSend => State == BraidState.HeaderReceived;

    /// <summary>What the next message carries.</summary>
    internal FieldType Sends => State switch
    {
        BraidState.KeysUnsampled or BraidState.KeysSampled => FieldType.Hdr,
        BraidState.HeaderSent => FieldType.Ek,
        BraidState.Ct1Received => FieldType.EkCt1Ack,
        BraidState.EkSentCt1Received => FieldType.Ct1Ack,
        BraidState.HeaderReceived or BraidState.Ct1Sampled or BraidState.EkReceivedCt1Sampled => FieldType.Ct1,
        BraidState.Ct2Sampled => FieldType.Ct2,
        _ => FieldType.None,
    };

    /// <summary>The chunk of it; null where there is none.</summary>
    internal int? SendsChunk => Sends is FieldType.None or FieldType.Ct1Ack ? null : NextChunk;

    /// <summary>The Braid after it has sent one more message.</summary>
    internal Braid AfterSend() => State switch
    {
        BraidState.KeysUnsampled => this with { State = BraidState.KeysSampled, NextChunk = 1 },
        BraidState.HeaderReceived => this with { State = BraidState.Ct1Sampled, NextChunk = 1, Received = [] },
        _ => SendsChunk is null ? this : this with { NextChunk = NextChunk + 1 },
    };

    /// <summary>Whether a message of this epoch is from a time that this party knows of.</summary>
    internal bool Knows(int epoch) => epoch <= Epoch || (State == BraidState.Ct2Sampled && epoch == Epoch + 1);

    /// <summary>The Braid after it has received a message of an epoch that it knows.</summary>
    internal Braid AfterReceive(SpqrField field)
    {
        if (field.Epoch > Epoch)
            return new(field.Epoch, BraidState.KeysUnsampled, 0, []);
        return field.Epoch < Epoch ? this : (State, field.Type) switch
        {
            (BraidState.KeysSampled, FieldType.Ct1) => new(Epoch, BraidState.HeaderSent, 0, [field.Chunk!.Value]),
            (BraidState.HeaderSent, FieldType.Ct1) => Collect(field, Ct1Chunks, whole => whole with { State = BraidState.Ct1Received }),
            (BraidState.Ct1Received, FieldType.Ct2) => new(Epoch, BraidState.EkSentCt1Received, 0, [field.Chunk!.Value]),
            (BraidState.EkSentCt1Received, FieldType.Ct2) =>
                Collect(field, Ct2Chunks, _ => new(Epoch + 1, BraidState.NoHeaderReceived, 0, [])),
            (BraidState.NoHeaderReceived, FieldType.Hdr) =>
                Collect(field, HeaderChunks, whole => whole with { State = BraidState.HeaderReceived }),
            (BraidState.Ct1Sampled, FieldType.Ek) =>
                Collect(field, EkChunks, whole => whole with { State = BraidState.EkReceivedCt1Sampled }),
            (BraidState.Ct1Sampled, FieldType.EkCt1Ack) =>
                (this with { State = BraidState.Ct1Acknowledged }).Collect(field, EkChunks, whole => whole.BeginCt2()),
            (BraidState.EkReceivedCt1Sampled, FieldType.EkCt1Ack or FieldType.Ct1Ack) => BeginCt2(),
            (BraidState.Ct1Acknowledged, FieldType.Ek or FieldType.EkCt1Ack) => Collect(field, EkChunks, whole => whole.BeginCt2()),
            _ => this,
        };
    }

    private Braid BeginCt2() => new(Epoch, BraidState.Ct2Sampled, 0, []);

    private Braid Collect(SpqrField field, int needed, Func<Braid, Braid> whole)
    {
        ImmutableHashSet<int> received = Received.Add(field.Chunk!.Value);
        return received.Count < needed ? this with { Received = received } : whole(this with { Received = [] });
    }
}
