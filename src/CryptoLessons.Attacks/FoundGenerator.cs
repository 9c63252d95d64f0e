using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Attacks;

/// <summary>A phone's random generator, found out.</summary>
/// <param name="Generator">The generator as it was when the phone was set up.</param>
/// <param name="How">How the attacker came to it.</param>
/// <param name="Trials">How many guesses it took; 0 where nothing had to be searched for.</param>
public sealed record FoundGenerator(RandomSource Generator, Derivation How, long Trials = 0);
