using CryptoLessons.Adversary;

namespace CryptoLessons.Attacks;

/// <summary>With the directory's key and a place on the wire: lists one device more for everybody, and reads what phones encrypt to it.</summary>
/// <remarks>The "ghost" of a proposal of 2018: the provider adds a silent participant, and the app says nothing. It reads from its insertion
/// on, and nothing before.</remarks>
public sealed class AddAGhost : IActiveAttack<EscrowLeakView>
{
    /// <inheritdoc/>
    public IInterceptor? Begin(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Escrow is DirectoryKeyLoot directory ? new GhostDevice(directory.Key) : null;
    }
}
