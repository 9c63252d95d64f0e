using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.ExceptionalAccess.Clipper;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Designs;

/// <summary>Two escrow agents with a half of each chip's key, and the office that has the key of all chips.</summary>
internal sealed class ChipInstitution : Institution
{
    private const int Agents = 2;

    private readonly DhPublicKey court;
    private readonly FamilyKey family;
    private readonly IReadOnlyList<EscrowAgent> agents;
    private readonly ProgrammingFacility facility;
    private readonly DecryptionOffice office;
    private readonly Dictionary<string, uint> chips;
    private uint newest;

    /// <param name="court">The court whose warrants count.</param>
    /// <param name="random">Where the family key comes from.</param>
    public ChipInstitution(DhPublicKey court, RandomSource random)
        : this(court, FamilyKey.Generate(random), [.. Enumerable.Range(0, Agents).Select(_ => new EscrowAgent(court))], [])
    {
    }

    private ChipInstitution(DhPublicKey court, FamilyKey family, IReadOnlyList<EscrowAgent> agents, Dictionary<string, uint> chips)
    {
        (this.court, this.family, this.agents, this.chips) = (court, family, agents, chips);
        (facility, office) = (new(family, agents), new(family, agents, court));
    }

    /// <summary>A chip for a phone: from the same stream always the same one, since a phone that is copied for another play keeps its own.</summary>
    public ClipperChip Program(RandomSource random)
    {
        ClipperChip chip = facility.Program(random);
        newest = chip.UnitId;
        return chip;
    }

    /// <summary>Safe because a phone gets its chip just before its owner is enrolled.</summary>
    public override void Enrol(string person, DhKeyPair identity) => chips[person] = newest;

    public override Institution Copy() => new ChipInstitution(court, family, [.. agents.Select(agent => agent.Copy())], new(chips));

    public override Quorum Holders { get; } = new(Agents, Agents);

    public override EscrowLoot? Leak(AccessSecret secret) => secret switch
    {
        AccessSecret.Escrow or AccessSecret.JudgeAndKey => new UnitKeyLoot(family.Copy(), [.. agents.Select(agent => agent.Leak())]),
        AccessSecret.OneShare or AccessSecret.OneShareTooFew => new UnitKeyLoot(family.Copy(), agents[0].Leak()),
        AccessSecret.FamilyKey => new UnitKeyLoot(family.Copy()),
        _ => null,
    };

    public override EscrowLoot? Leak(AccessSecret secret, string target) => secret == AccessSecret.UnitKey
        ? new UnitKeyLoot(family.Copy(), [.. agents.Select(agent => agent.Leak().Where(half => half.Key == chips[target]).ToDictionary())])
        : Leak(secret);

    public override WarrantAnswer Serve(
        Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted, IReadOnlyDictionary<string, DhPublicKey> identityKeys)
    {
        var opened = new Dictionary<int, Guess>();
        foreach (var (number, envelope) in intercepted)
            if (office.Open(warrant, envelope, identityKeys[envelope.From], identityKeys[envelope.To], out byte[] plaintext) == Outcome.Opened)
                opened.TryAdd(number, new(number, plaintext, new("warrant", "LEAF", "halves of both agents", "plaintext")));
        return new(
            [.. opened.Values],
            [
                new("office", "takes the family key's layer off what the target sends, and learns the number of the target's chip"),
                new("agent 1", "hands out its half of that chip's key and writes it down", Trace.OwnLog),
                new("agent 2", "hands out its half of that chip's key and writes it down", Trace.OwnLog),
                new("office", "opens each message that the chip sent"),
            ]);
    }
}
