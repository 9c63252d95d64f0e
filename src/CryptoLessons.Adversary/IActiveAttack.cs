namespace CryptoLessons.Adversary;

/// <summary>An attack by somebody who goes on from the compromise as a part of the network, and changes what happens next.</summary>
/// <typeparam name="TView">What the adversary holds at the compromise.</typeparam>
public interface IActiveAttack<in TView>
    where TView : View
{
    /// <summary>Takes a place on the wire.</summary>
    /// <param name="view">What the adversary holds; its transcript ends at the compromise.</param>
    /// <returns>Null when what the adversary holds is of no use there.</returns>
    IInterceptor? Begin(TView view);
}
