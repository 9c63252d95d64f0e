using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;

namespace CryptoLessons.Designs;

/// <summary>An agency that holds identity keys: with a warrant as without, they open nothing that was recorded.</summary>
/// <param name="depository">The keys.</param>
internal sealed class IdentityAgency(IdentityDepository depository) : Institution
{
    public override void Enrol(string person, DhKeyPair identity) => depository.Deposit(person, identity);

    public override Institution Copy() => new IdentityAgency(depository);

    public override Quorum Holders => Quorum.One;

    public override EscrowLoot? Leak(AccessSecret secret) =>
        secret is AccessSecret.Escrow or AccessSecret.JudgeAndKey ? new IdentityKeyLoot(depository.Leak()) : null;
}
