namespace CryptoLessons.Tests.Oracle.Triple;

/// <summary>What one party's post-quantum ratchet holds, in integers. Immutable.</summary>
/// <param name="Braid">Where the agreement on the next secret is.</param>
/// <param name="Chains">The keys of the epochs kept.</param>
/// <param name="Negotiating">Whether the handshake's authentication key is still there: until the first message is received.</param>
internal sealed record SpqrParty(Braid Braid, SpqrChains Chains, bool Negotiating)
{
    /// <summary>Alice at the start.</summary>
    internal static SpqrParty Initiator { get; } = new(Braid.Initiator, SpqrChains.Start, Negotiating: true);

    /// <summary>Bob at the start.</summary>
    internal static SpqrParty Responder { get; } = new(Braid.Responder, SpqrChains.Start, Negotiating: true);

    /// <summary>The state after one more message was sent, and its field.</summary>
    internal (SpqrParty After, SpqrField Field) Send()
    {
        int keyEpoch = Braid.Epoch - 1;
        SpqrChains chains = (Braid.EncapsulatesOnSend ? Chains.Add() : Chains).AfterSend(keyEpoch);
        var field = new SpqrField(Braid.Epoch, chains.Sent(keyEpoch), Braid.Sends, Braid.SendsChunk);
        return (this with { Braid = Braid.AfterSend(), Chains = chains }, field);
    }

    /// <summary>Whether there is a key for this message now.</summary>
    internal SpqrReception Judge(SpqrField field, SpqrBounds bounds) =>
        Braid.Knows(field.Epoch) ? Chains.Judge(field.KeyEpoch, field.Index, bounds) : SpqrReception.EpochOutOfRange;

    /// <summary>The state after a message was accepted.</summary>
    internal SpqrParty AfterReceive(SpqrField field, SpqrBounds bounds)
    {
        Braid braid = Braid.AfterReceive(field);
        bool decapsulated = Braid.State == BraidState.EkSentCt1Received && braid.Epoch > Braid.Epoch;
        SpqrChains chains = decapsulated ? Chains.Add() : Chains;
        return new(braid, chains.AfterReceive(field.KeyEpoch, field.Index, bounds), Negotiating: false);
    }
}
