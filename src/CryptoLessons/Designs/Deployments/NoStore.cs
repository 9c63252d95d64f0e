using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Designs;

/// <summary>A provider that keeps nothing.</summary>
internal sealed class NoStore : MessageStore
{
    public override IReadOnlyList<CarriedMessage> Readable => [];

    public override void Keep(CarriedMessage message)
    {
    }

    public override void Keep(string person, ChannelKey channel)
    {
    }

    public override Quorum? Holders => null;

    public override void Forget()
    {
    }

    public override EscrowLoot? Leak(AccessSecret secret) => null;

    public override MessageStore Copy() => this;
}
