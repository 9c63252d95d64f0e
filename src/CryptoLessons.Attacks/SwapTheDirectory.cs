using CryptoLessons.Adversary;

namespace CryptoLessons.Attacks;

/// <summary>With the directory's key and a place on the wire: names keys of its own as everybody's, and stands between any two who then open a session.</summary>
/// <remarks>What was said before stays unread; what is said from then on is read in the middle and encrypted again. Source: X3DH rev 1, 4.1 and 4.7.</remarks>
public sealed class SwapTheDirectory : IActiveAttack<EscrowLeakView>
{
    /// <inheritdoc/>
    public IInterceptor? Begin(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Escrow is DirectoryKeyLoot directory ? new DirectoryImpostor(view.Transcript, directory.Key) : null;
    }
}
