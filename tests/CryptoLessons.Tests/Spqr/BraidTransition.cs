using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Tests.Spqr;

/// <summary>A message that came in an honest dialogue, and the states before and behind it.</summary>
internal sealed record BraidTransition(BraidState Before, SpqrMessage Message, BraidState After)
{
    public bool ChangesState => After.GetType() != Before.GetType();
}
