using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Attachments;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks.Means;

/// <summary>What a thief knows of the sender keys of groups: each opens its sender's messages from some index on, until the sender makes a new one.</summary>
internal sealed class StolenSenderKeys
{
    private readonly Dictionary<(Guid Distribution, uint Chain), List<StolenChain>> chains = [];

    /// <summary>Takes what a seized phone holds: its own sender keys, and those that others gave it.</summary>
    public void Learn(SessionLoot loot)
    {
        if (loot.SenderKeys is not { } keys)
            return;
        var phone = new Derivation($"phone of {loot.Owner}");
        foreach (var (distribution, own) in keys.Own)
            Add(distribution, own.ChainId, new(own.SigningKeyPair.Public, own.ChainKey, own.Iteration, [], phone.Then("its own sender key")));
        foreach (var (sender, records) in keys.Others)
            foreach (var (distribution, record) in records)
                foreach (SenderKeyState state in record.States)
                    Add(distribution, state.ChainId, new(
                        state.SigningKey, state.Chain.ChainKey, state.Chain.Iteration, state.Chain.SkippedSeeds.ToDictionary(), phone.Then($"sender key of {sender}")));
    }

    /// <summary>Takes the sender keys among what was opened of sessions of two, and leaves the rest.</summary>
    public void LearnFrom(Dictionary<int, Guess> guesses)
    {
        foreach (var (number, guess) in guesses)
            if (SenderKeyDistributionMessage.Parse(guess.Plaintext.Span, out SenderKeyDistributionMessage? given) == DecryptFailure.None)
            {
                guesses.Remove(number);
                Add(given!.DistributionId, given.ChainId, new(given.SigningKey, given.ChainKey, given.Iteration, [], guess.How.Then("sender key")));
            }
    }

    /// <summary>Opens the messages to groups, and adds them to <paramref name="guesses"/>.</summary>
    public void Read(Transcript transcript, Dictionary<int, Guess> guesses)
    {
        ILookup<int, ReadOnlyMemory<byte>> beside = transcript.Entries.ToLookup(entry => entry.Message, entry => entry.Envelope.Message.Bytes);
        foreach (var (number, envelope) in transcript.Entries)
            if (!guesses.ContainsKey(number) && Open(envelope) is var (plaintext, how))
                // A message that points to an attachment opens it too: its blob went over the wire.
                guesses.Add(number, new(number, DetachedContent.Attach(plaintext, beside[number]) ?? plaintext, how.Then("plaintext")));
    }

    private (byte[] Plaintext, Derivation How)? Open(Envelope envelope)
    {
        if (envelope.Message.Type != CiphertextType.SenderKey
            || SenderKeyMessage.Parse(envelope.Message.Bytes, out SenderKeyMessage? message) != DecryptFailure.None
            || !chains.TryGetValue((message!.DistributionId, message.ChainId), out List<StolenChain>? known))
            return null;
        foreach (StolenChain chain in known)
            if (chain.Open(message) is { } plaintext)
                return (plaintext, chain.How);
        return null;
    }

    private void Add(Guid distribution, uint chainId, StolenChain chain)
    {
        if (!chains.TryGetValue((distribution, chainId), out List<StolenChain>? known))
            chains.Add((distribution, chainId), known = []);
        known.Add(chain);
    }

    /// <summary>One chain from the index at which it was stolen, walked as far as messages ask for.</summary>
    private sealed class StolenChain(DhPublicKey signingKey, ChainKey chainKey, uint iteration, Dictionary<uint, MessageSeed> seeds, Derivation how)
    {
        private ChainKey ck = chainKey.Copy();
        private uint next = iteration;

        public Derivation How { get; } = how;

        public byte[]? Open(SenderKeyMessage message)
        {
            // A chain of the same number may be another's: the signature tells.
            if (!message.IsSignedBy(signingKey))
                return null;
            for (; next <= message.Iteration; next++)
                (ck, seeds[next]) = SenderKeySchedule.Step(ck);
            return seeds.TryGetValue(message.Iteration, out MessageSeed? seed) ? SenderKeySchedule.Decrypt(seed, message.Ciphertext.Span) : null;
        }
    }
}
