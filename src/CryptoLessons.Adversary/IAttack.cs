namespace CryptoLessons.Adversary;

/// <summary>A way to read messages with what one kind of adversary holds, and with nothing else.</summary>
/// <typeparam name="TView">What the adversary holds.</typeparam>
public interface IAttack<in TView>
    where TView : View
{
    /// <summary>Tries to read.</summary>
    /// <returns>At most one guess for each message.</returns>
    IReadOnlyList<Guess> Run(TView view);

    /// <summary>The same attack for a record that comes part by part: what it learns from one part, it knows in the next.</summary>
    /// <returns>The attack itself where there is nothing to remember.</returns>
    IAttack<TView> PartByPart() => this;
}
