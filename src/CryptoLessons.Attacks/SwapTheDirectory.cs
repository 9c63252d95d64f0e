using CryptoLessons.Adversary;
using CryptoLessons.Attacks.Means;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks;

/// <summary>With the directory's key and a place on the wire: names keys of its own as everybody's, and stands between any two who then open a session.</summary>
/// <remarks>What was said before stays unread; what is said from then on is read in the middle and encrypted again. Source: X3DH rev 1, 4.1 and 4.7.</remarks>
public sealed class SwapTheDirectory : IActiveAttack<EscrowLeakView>, IForgery<EscrowLeakView>
{
    /// <inheritdoc/>
    public IInterceptor? Begin(EscrowLeakView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Escrow is DirectoryKeyLoot directory ? new DirectoryImpostor(view.Transcript, directory.Key) : null;
    }

    /// <summary>The same towards one person and whoever talks with that person: what the provider does when a warrant asks for it.</summary>
    /// <param name="transcript">What the provider carried so far, and its directory.</param>
    /// <param name="directory">The key that signs what the directory answers.</param>
    /// <param name="target">Whose messages are to be read.</param>
    public static IInterceptor On(Transcript transcript, DhKeyPair directory, string target) => new DirectoryImpostor(transcript, directory, target);

    /// <summary>Opens sessions in everybody's name, under keys of the impostor's that the directory is made to vouch for.</summary>
    /// <inheritdoc/>
    public IReadOnlyList<ForgedEnvelope> Run(EscrowLeakView view, ReadOnlyMemory<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Escrow is not DirectoryKeyLoot directory)
            return [];
        var impostor = new DirectoryImpostor(view.Transcript, directory.Key);
        return [.. from pair in view.Transcript.Entries.Select(entry => (entry.Envelope.From, entry.Envelope.To)).Distinct()
                   where view.Transcript.Directory.ContainsKey(pair.To)
                   let forged = new Envelope(pair.From, pair.To, view.Transcript.Now, impostor.Write(pair.From, pair.To, plaintext.Span))
                   select new ForgedEnvelope(Forged.Impersonate, forged, new("directory key", $"impostor of {pair.From}"), impostor)];
    }
}
