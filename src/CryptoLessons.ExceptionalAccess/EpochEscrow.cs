using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Like <see cref="MessageKeyEscrow"/>, but the authority's key is another one from day to day.</summary>
/// <remarks>What a theft opens depends on which of the private keys there still are, and on whether one follows from another: see
/// <see cref="EpochCustody"/> and <see cref="EvolvingCustody"/>. The message does not tell the day, but its time does.</remarks>
/// <param name="inner">The suite to which this adds the field.</param>
/// <param name="custody">Whoever publishes the key of each day.</param>
/// <param name="clock">What the phone takes the time to be.</param>
/// <param name="random">Where the sealing takes its ephemeral keys from.</param>
public sealed class EpochEscrow(RatchetFunctions inner, KeyCustody custody, TimeProvider clock, RandomSource random)
    : MessageKeyEscrow(inner, () => custody.PublicKeyAt(clock.GetUtcNow()), random);
