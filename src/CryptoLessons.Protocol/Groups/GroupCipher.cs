using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Groups;

/// <summary>One device's sender keys: its own, one for each distribution, and those that other devices gave it.</summary>
/// <remarks>
/// A group of n devices has n chains: each device makes one, hands it to every other inside their session of two, and then encrypts a
/// message once for all. Who has been given a key reads until there is a new one, so whoever leaves makes
/// everybody who stays <see cref="Rotate"/>. Names of senders are the caller's: they must be those that the sessions of two are kept under.
/// Byte for byte as in Signal's library, version 0.22; in words: WhatsApp, "Encryption Overview" (technical white paper, 2016), Group Messages.
/// </remarks>
public sealed class GroupCipher
{
    private readonly RandomSource random;
    private readonly RatchetLimits limits;
    private readonly SortedDictionary<Guid, OwnSenderKey> own = [];
    private readonly SortedDictionary<string, SortedDictionary<Guid, SenderKeyRecord>> others = new(StringComparer.Ordinal);

    /// <summary>A device without any sender key.</summary>
    /// <param name="random">Where keys, chain numbers and signatures take their randomness from.</param>
    /// <param name="limits">Limits for receiving, a sender key being one receiving chain; Signal's when left out.</param>
    public GroupCipher(RandomSource random, RatchetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        (this.random, this.limits) = (random, limits ?? RatchetLimits.Signal);
    }

    /// <summary>Goes on from a saved state.</summary>
    /// <param name="random">Where keys, chain numbers and signatures take their randomness from.</param>
    /// <param name="state">Copied; the caller keeps its own.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    public static GroupCipher Resume(RandomSource random, GroupCipherState state, RatchetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var cipher = new GroupCipher(random, limits);
        foreach (var (distributionId, key) in state.Own)
            cipher.own.Add(distributionId, key.Copy());
        foreach (var (sender, records) in state.Others)
            foreach (var (distributionId, record) in records)
                cipher.RecordsOf(sender).Add(distributionId, record.Copy());
        return cipher;
    }

    /// <summary>Whether there is a sender key of one's own to encrypt with.</summary>
    public bool HasSenderKey(Guid distributionId) => own.ContainsKey(distributionId);

    /// <summary>What lets a member read from one's next message on; the first call makes the sender key, further ones change nothing.</summary>
    /// <returns>A <see cref="SenderKeyDistributionMessage"/>, to be sent inside a session of two.</returns>
    public byte[] CreateDistribution(Guid distributionId)
    {
        if (!own.TryGetValue(distributionId, out OwnSenderKey? key))
            own.Add(distributionId, key = OwnSenderKey.Generate(random));
        using SenderKeyDistributionMessage message = key.Distribution(distributionId);
        return message.Serialize();
    }

    /// <summary>A new sender key in place of the old one, for those who stay: who had the old one does not read on.</summary>
    /// <returns>What lets a member read under the new key.</returns>
    public byte[] Rotate(Guid distributionId)
    {
        Forget(distributionId);
        return CreateDistribution(distributionId);
    }

    /// <summary>Wipes the sender key of one's own.</summary>
    public void Forget(Guid distributionId)
    {
        if (own.Remove(distributionId, out OwnSenderKey? key))
            key.Dispose();
    }

    /// <summary>Wipes what a sender gave for a distribution: the sender left.</summary>
    public void Forget(string sender, Guid distributionId)
    {
        ArgumentException.ThrowIfNullOrEmpty(sender);
        if (!others.TryGetValue(sender, out SortedDictionary<Guid, SenderKeyRecord>? records)
            || !records.Remove(distributionId, out SenderKeyRecord? record))
            return;
        record.Dispose();
        if (records.Count == 0)
            others.Remove(sender);
    }

    /// <summary>Takes a sender key that arrived from its sender inside a session of two.</summary>
    /// <param name="sender">The sender's name.</param>
    /// <param name="message">What <see cref="CreateDistribution"/> made at the other end, or anything else.</param>
    /// <returns><see cref="DecryptFailure.None"/>, or why the message is refused; nothing has changed then.</returns>
    public DecryptFailure ProcessDistribution(string sender, ReadOnlySpan<byte> message)
    {
        ArgumentException.ThrowIfNullOrEmpty(sender);
        DecryptFailure failure = SenderKeyDistributionMessage.Parse(message, out SenderKeyDistributionMessage? parsed);
        if (failure != DecryptFailure.None)
            return failure;
        using (parsed)
        {
            SortedDictionary<Guid, SenderKeyRecord> records = RecordsOf(sender);
            if (!records.TryGetValue(parsed!.DistributionId, out SenderKeyRecord? record))
                records.Add(parsed.DistributionId, record = new());
            record.Add(parsed, limits);
        }
        return DecryptFailure.None;
    }

    /// <summary>The next message to a group.</summary>
    /// <returns>A <see cref="SenderKeyMessage"/>, the same for all.</returns>
    /// <exception cref="InvalidOperationException"><see cref="HasSenderKey"/> says that there is no sender key.</exception>
    public byte[] Encrypt(Guid distributionId, ReadOnlySpan<byte> plaintext) =>
        own.TryGetValue(distributionId, out OwnSenderKey? key)
            ? key.Encrypt(distributionId, plaintext, random).Serialize()
            : throw new InvalidOperationException($"There is no sender key of one's own for {distributionId}: create a distribution first.");

    /// <summary>Opens a message that arrived from a member of a group.</summary>
    /// <param name="sender">The sender's name.</param>
    /// <param name="message">What <see cref="Encrypt"/> made at the other end, or anything else.</param>
    /// <param name="plaintext">The plaintext; empty when the message is refused.</param>
    /// <returns><see cref="DecryptFailure.None"/>, or why the message is refused; nothing has changed then.</returns>
    public DecryptFailure Decrypt(string sender, ReadOnlyMemory<byte> message, out byte[] plaintext)
    {
        ArgumentException.ThrowIfNullOrEmpty(sender);
        plaintext = [];
        if (SenderKeyMessage.Parse(message, out SenderKeyMessage? parsed) is var malformed and not DecryptFailure.None)
            return malformed;
        if (!TryFind(sender, parsed!, out SenderKeyState? state))
            return DecryptFailure.NoSenderKey;
        // The signature comes first: whoever cannot sign makes nobody walk along a chain.
        return parsed!.IsSignedBy(state.SigningKey)
            ? state.Chain.Open(parsed.Iteration, parsed.Ciphertext.Span, limits, out plaintext)
            : DecryptFailure.BadSignature;
    }

    /// <summary>A copy of every sender key.</summary>
    public GroupCipherState Snapshot()
    {
        var keys = new SortedDictionary<Guid, OwnSenderKey>();
        foreach (var (distributionId, key) in own)
            keys.Add(distributionId, key.Copy());
        var senders = new SortedDictionary<string, IReadOnlyDictionary<Guid, SenderKeyRecord>>(StringComparer.Ordinal);
        foreach (var (sender, records) in others)
        {
            var copies = new SortedDictionary<Guid, SenderKeyRecord>();
            foreach (var (distributionId, record) in records)
                copies.Add(distributionId, record.Copy());
            senders.Add(sender, copies);
        }
        return new(keys, senders);
    }

    private bool TryFind(string sender, SenderKeyMessage message, [NotNullWhen(true)] out SenderKeyState? state)
    {
        state = others.TryGetValue(sender, out SortedDictionary<Guid, SenderKeyRecord>? records)
            && records.TryGetValue(message.DistributionId, out SenderKeyRecord? record) ? record.Find(message.ChainId) : null;
        return state is not null;
    }

    private SortedDictionary<Guid, SenderKeyRecord> RecordsOf(string sender)
    {
        if (!others.TryGetValue(sender, out SortedDictionary<Guid, SenderKeyRecord>? records))
            others.Add(sender, records = []);
        return records;
    }
}
