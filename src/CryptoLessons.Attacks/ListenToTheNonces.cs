using CryptoLessons.Adversary;

namespace CryptoLessons.Attacks;

/// <summary>Takes the mask off the nonces of subverted phones: three of a phone's are the seed of its generator.</summary>
public sealed class ListenToTheNonces : PhonePrediction
{
    /// <inheritdoc/>
    protected override GeneratorSearch? Search(EscrowLoot loot) => loot is NonceKeyLoot leaked ? new NonceSearch(leaked.Key) : null;
}
