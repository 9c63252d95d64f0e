using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Attacks.Means;

/// <summary>One session cut in two: the thief's end towards the peer, and its end towards the owner.</summary>
/// <param name="owner">Whose phone the session was stolen from.</param>
/// <param name="stolen">The stolen state.</param>
internal sealed class SplitSession(string owner, StolenSession stolen)
{
    private readonly Session<RatchetFunctions> towardsPeer = stolen.AsOwner();
    private readonly Session<RatchetFunctions> towardsOwner = stolen.AsPeer();

    public string Owner { get; } = owner;

    public StolenSession Stolen { get; } = stolen;

    /// <summary>Opens a message at one end and writes it again at the other.</summary>
    /// <returns>Null when the message passes as it is: it belongs to a chain from before the theft, which both ends still share and the
    /// stolen state reads, or to a session that was not stolen.</returns>
    public (byte[] Plaintext, CiphertextMessage Message)? PassOn(InterceptedMessage message, bool fromOwner)
    {
        var (near, far) = fromOwner ? (towardsOwner, towardsPeer) : (towardsPeer, towardsOwner);
        if (Stolen.IsOfOldChain(message.Header) || near.Decrypt(message.Inner, out byte[] plaintext) != DecryptFailure.None)
            return null;
        return (plaintext, far.Encrypt(plaintext, registrationId: 0));
    }
}
