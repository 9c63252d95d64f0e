using System.Text.Json.Nodes;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>open</c>: what an authority's private key alone opens. It needs no session, and no device either.</summary>
internal sealed record OpenRequest(byte[] AuthorityPrivate, byte[] Message, CiphertextType Type) : PeerRequest
{
    /// <inheritdoc/>
    public override JsonObject Serve(ref PeerDevice? device)
    {
        if (AuthorityPrivate.Length != Secret.Size)
            return PeerAnswer.Error(PeerError.Usage, "An authority's private key has 32 bytes.");
        using var authority = DhKeyPair.FromPrivate(AuthorityPrivate);
        Outcome outcome = BlindOpening.Open(new(Type, Message), authority, out byte[] plaintext);
        return outcome == Outcome.Opened ? PeerAnswer.Plaintext(plaintext) : PeerAnswer.Error(PeerError.Of(outcome), outcome);
    }
}
