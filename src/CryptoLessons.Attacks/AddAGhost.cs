using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

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
        return view.Escrow is DirectoryKeyLoot directory ? new GhostDevice(directory.Key, view.Transcript.Profile) : null;
    }

    /// <summary>The same towards one person and whoever talks with that person: what the provider does when a warrant asks for it.</summary>
    /// <param name="directory">The key that signs what the directory answers.</param>
    /// <param name="profile">What of Signal's protocol the phones speak.</param>
    /// <param name="target">Whose messages are to be read.</param>
    public static IInterceptor On(DhKeyPair directory, Profile profile, string target) => new GhostDevice(directory, profile, target);
}
