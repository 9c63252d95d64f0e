using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>escrow</c>: from now on the device seals each message key, or what else is named, to this X25519 key; null switches back.</summary>
internal sealed record EscrowRequest(byte[]? Authority, EscrowKind Kind = EscrowKind.MessageKey) : DeviceRequest
{
    /// <inheritdoc/>
    protected override JsonObject Serve(PeerDevice device)
    {
        if (Authority is { Length: not DhPublicKey.Size })
            return PeerAnswer.Error(PeerError.Usage, "An authority's key has 32 bytes.");
        DhPublicKey? authority = Authority is null ? null : new(Authority);
        if (authority is not null && IsLowOrder(authority))
            return PeerAnswer.Error(PeerError.Usage, "That key is a low-order point: nobody has its private key.");
        device.Update(authority, Kind);
        return PeerAnswer.Ok();
    }

    private static bool IsLowOrder(DhPublicKey key)
    {
        using var any = DhKeyPair.Generate(RandomSource.System);
        using SharedSecret? shared = X25519.Agree(any.Private, key);
        return shared is null;
    }
}
