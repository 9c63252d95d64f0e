using CryptoLessons.Adversary;

namespace CryptoLessons.Attacks;

/// <summary>Finds, with the number behind the curve, the state of each phone's generator from one output that the phone put on the wire.</summary>
public sealed class PredictWithTheTrapdoor : PhonePrediction
{
    /// <inheritdoc/>
    protected override GeneratorSearch? Search(EscrowLoot loot) =>
        loot is DualEcLoot leaked ? new DualEcSearch(leaked.Trapdoor, leaked.Constants) : null;
}
