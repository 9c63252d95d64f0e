namespace CryptoLessons.Adversary;

/// <summary>A way to read messages with what one kind of adversary holds, and with nothing else.</summary>
/// <typeparam name="TView">What the adversary holds.</typeparam>
public interface IAttack<in TView>
    where TView : View
{
    /// <summary>Tries to read.</summary>
    /// <returns>At most one guess for each message.</returns>
    IReadOnlyList<Guess> Run(TView view);
}
