using CryptoLessons.Protocol.Spqr;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The Double Ratchet with a post-quantum ratchet beside it: a message opens only to who has the keys of both.</summary>
/// <remarks>
/// Neither ratchet knows of the other. Each gives a key for each message, KDF_HYBRID makes the message key of the two, and one MAC
/// covers the messages of both. Source: Double Ratchet rev 4, "Triple Ratchet".
/// </remarks>
/// <typeparam name="TFunctions">The suite of the Double Ratchet, which also has KDF_HYBRID.</typeparam>
public sealed class TripleRatchet<TFunctions> : IRatchet
    where TFunctions : RatchetFunctions
{
    private readonly TFunctions f;
    private readonly DoubleRatchet<TFunctions> ec;
    private readonly SparsePostQuantumRatchet pq;

    internal TripleRatchet(TFunctions functions, DoubleRatchet<TFunctions> ec, SparsePostQuantumRatchet pq)
    {
        ArgumentNullException.ThrowIfNull(functions);
        (f, this.ec, this.pq) = (functions, ec, pq);
    }

    /// <summary>The next message: header, ciphertext, the post-quantum ratchet's message, and MAC.</summary>
    /// <param name="plaintext">Any bytes.</param>
    /// <param name="ad">The session's associated data: both serialized identity keys, sender first.</param>
    /// <param name="further">Whole fields, ascending, with numbers above that of <see cref="SignalMessage.PostQuantumRatchet"/>.</param>
    public byte[] Encrypt(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> ad, ReadOnlySpan<byte> further = default)
    {
        var (pqMessage, pqKey) = pq.Send();
        var (header, seed) = ec.SendKey();
        using (pqKey)
        using (seed)
        {
            using MessageKey mk = f.KdfHybrid(seed, pqKey);
            AssociatedData bound = f.Concat(ad, header).Append(Field(pqMessage)).Append(further);
            return f.Encrypt(mk, plaintext, bound);
        }
    }

    /// <summary>Opens a message that arrived, in whatever order.</summary>
    /// <param name="message">What <see cref="Encrypt"/> made at the other end, or anything else.</param>
    /// <param name="ad">The session's associated data: both serialized identity keys, sender first.</param>
    /// <param name="plaintext">The plaintext; empty when the message is refused.</param>
    /// <returns><see cref="DecryptFailure.None"/>, or why the message is refused; nothing has changed then, in neither ratchet.</returns>
    public DecryptFailure Decrypt(ReadOnlyMemory<byte> message, ReadOnlySpan<byte> ad, out byte[] plaintext)
    {
        plaintext = [];
        if (f.Parse(message, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext) is var malformed and not DecryptFailure.None)
            return malformed;
        if (ec.ReceiveKey(header, out PendingReceive? ecPending) is var refused and not DecryptFailure.None)
            return refused;
        using (ecPending)
        {
            if (pq.Receive(SignalMessage.PostQuantumMessage(message.Span), out PendingSpqr? pqPending) != SpqrFailure.None)
                return DecryptFailure.NoPostQuantumKey;
            using (pqPending)
            {
                using MessageKey mk = f.KdfHybrid(ecPending!.Seed, pqPending!.Key);
                if (f.Decrypt(mk, ciphertext.Span, f.Concat(ad, header)) is not { } opened)
                    return DecryptFailure.NotAuthentic;
                ec.Commit(ecPending);
                pq.Commit(pqPending);
                plaintext = opened;
                return DecryptFailure.None;
            }
        }
    }

    /// <summary>A copy of all that both ratchets hold.</summary>
    public RatchetState Snapshot() => ec.Snapshot().With(pq.Snapshot());

    /// <summary>Overwrites every key of both ratchets: the session was dropped.</summary>
    public void Wipe()
    {
        ec.Wipe();
        pq.Wipe();
    }

    // Without a message of the post-quantum ratchet the field is left out.
    private static byte[] Field(byte[] pqMessage) =>
        pqMessage.Length == 0 ? [] : new WireWriter().Bytes(SignalMessage.PostQuantumRatchet, pqMessage).ToArray();
}
