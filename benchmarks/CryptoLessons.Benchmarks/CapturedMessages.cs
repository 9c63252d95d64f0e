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
    public const int Count = 512;

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

    /// <summary>Opens and checks some messages, one after the other.</summary>
    /// <param name="messages">Which of them.</param>
    public void Read(Range messages)
    {
        foreach (Envelope envelope in envelopes.AsSpan(messages))
            Open(envelope);
    }

    private void Open(Envelope envelope)
    {
        InterceptedMessage? message = InterceptedMessage.Parse(envelope, pair.Alice.IdentityKey, pair.Bob.IdentityKey);
        using MessageKey? mk = message is null ? null : MessageKeyEscrow.Open(message.Ciphertext.Span, stolenKey);
        byte[]? opened = mk is null ? null : message!.Decrypt(mk);
        pair.Check(opened is null ? DecryptFailure.NotAuthentic : DecryptFailure.None, opened);
    }
}
