namespace CryptoLessons.Adversary;

/// <summary>A way to write a message in somebody's name with what one kind of adversary holds, and with nothing else.</summary>
/// <typeparam name="TView">What the adversary holds.</typeparam>
public interface IForgery<in TView>
    where TView : View
{
    /// <summary>Tries to forge.</summary>
    /// <param name="view">What the adversary holds; when the <see cref="Game"/> judges, its transcript ends at the compromise.</param>
    /// <param name="plaintext">What the forged messages shall say.</param>
    /// <returns>The forged envelopes to be handed to the relay, the most promising first; none when there is nothing to try.</returns>
    IReadOnlyList<ForgedEnvelope> Run(TView view, ReadOnlyMemory<byte> plaintext);
}
