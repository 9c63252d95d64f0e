namespace CryptoLessons.Adversary;

/// <summary>An attack by somebody who goes on from the compromise as a part of the network, and changes what happens next.</summary>
/// <typeparam name="TView">What the adversary holds at the compromise; its transcript ends there.</typeparam>
public interface IActiveAttack<in TView>
    where TView : View
{
    /// <summary>Takes a place on the wire.</summary>
    IInterceptor Begin(TView view);
}
