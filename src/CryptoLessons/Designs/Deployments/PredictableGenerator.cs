using CryptoLessons.Adversary;
using CryptoLessons.Attacks;

namespace CryptoLessons.Designs;

/// <summary>What makes phones' random generators predictable, and who has it.</summary>
/// <param name="Leak">A copy of it in a thief's hands.</param>
/// <param name="Search">How whoever has it looks for a phone's generator.</param>
/// <param name="Steps">Who has to do what under a warrant.</param>
internal sealed record PredictableGenerator(Func<EscrowLoot> Leak, Func<GeneratorSearch> Search, IReadOnlyList<LawfulStep> Steps);
