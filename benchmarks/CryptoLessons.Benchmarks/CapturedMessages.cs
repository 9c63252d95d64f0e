using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks;

/// <summary>Messages with their keys sealed to an authority, as a wiretap has them, and that authority's key in the hands of a thief.</summary>
internal sealed class CapturedMessages
{
    /// <summary>How many there are.</summary>
    public const int Count = 4 * BulkOpening.BatchSize;

    private readonly DhKeyPair stolenKey = DhKeyPair.Generate(RandomSource.System);
    private readonly Correspondence<MessageKeyEscrow> pair;
    private readonly Envelope[] envelopes = new Envelope[Count];

    /// <summary>Deploys, listens, and steals.</summary>
    public CapturedMessages()
    {
        pair = Correspondence.Escrow(stolenKey.Public);
        for (int i = 0; i < Count; i++)
            envelopes[i] = new(Correspondence.Alice, Correspondence.Bob, DateTimeOffset.UnixEpoch, pair.Send());
    }

    /// <summary>Opens and checks some messages in bulk, as the mass reader does, on the calling thread.</summary>
    /// <param name="messages">Which of them.</param>
    public void Read(Range messages)
    {
        var bulk = new BulkOpening(stolenKey);
        var parsed = new InterceptedMessage?[BulkOpening.BatchSize];
        var opened = new OpenedMessage[BulkOpening.BatchSize];
        for (ReadOnlySpan<Envelope> left = envelopes.AsSpan(messages); !left.IsEmpty;)
        {
            int size = Math.Min(left.Length, BulkOpening.BatchSize);
            for (int i = 0; i < size; i++)
                parsed[i] = Parse(left[i]);
            bulk.Open(parsed.AsSpan(0, size), opened.AsSpan(0, size));
            foreach (OpenedMessage message in opened.AsSpan(0, size))
            {
                bool authentic = message is { Outcome: Outcome.Opened, Authenticated: true };
                pair.Check(authentic ? DecryptFailure.None : DecryptFailure.NotAuthentic, message.Plaintext.Span);
            }
            left = left[size..];
        }
    }

    /// <summary>The same one after the other.</summary>
    public void ReadOneAtATime(Range messages)
    {
        foreach (Envelope envelope in envelopes.AsSpan(messages))
        {
            InterceptedMessage? message = Parse(envelope);
            using MessageKey? mk = message is null ? null : MessageKeyEscrow.Open(message.Ciphertext.Span, stolenKey);
            byte[]? opened = mk is null ? null : message!.Decrypt(mk);
            pair.Check(opened is null ? DecryptFailure.NotAuthentic : DecryptFailure.None, opened);
        }
    }

    private InterceptedMessage? Parse(Envelope envelope) => InterceptedMessage.Parse(envelope, pair.Alice.IdentityKey, pair.Bob.IdentityKey);
}
