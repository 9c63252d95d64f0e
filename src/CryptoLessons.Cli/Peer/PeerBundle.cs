using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary>A prekey bundle as it stands in requests and answers.</summary>
/// <remarks>The <c>kyber_*</c> members of later profiles are written as null and not read.</remarks>
internal sealed record PeerBundle(
    uint RegistrationId,
    DeviceNumber Device,
    uint? PrekeyId,
    DhPublicKey? Prekey,
    uint SignedPrekeyId,
    DhPublicKey SignedPrekey,
    byte[] SignedPrekeySignature,
    DhPublicKey Identity)
{
    public static PeerBundle From(PreKeyBundle bundle, DeviceNumber device) => new(
        bundle.RegistrationId,
        device,
        bundle.PreKeyId,
        bundle.PreKey,
        bundle.SignedPreKeyId,
        bundle.SignedPreKey,
        bundle.SignedPreKeySignature.ToArray(),
        bundle.IdentityKey);

    /// <summary>Whether the one-time prekey has both its number and its key, or neither.</summary>
    public bool IsWhole => PrekeyId is null == Prekey is null;

    public PreKeyBundle ToBundle() =>
        new(RegistrationId, PrekeyId, Prekey, SignedPrekeyId, SignedPrekey, SignedPrekeySignature, Identity);

    public JsonObject ToJson() => new()
    {
        ["registration_id"] = RegistrationId,
        ["device"] = Device.Value,
        ["prekey_id"] = PrekeyId,
        ["prekey"] = Prekey is null ? null : Convert.ToHexStringLower(Prekey.Serialize()),
        ["signed_prekey_id"] = SignedPrekeyId,
        ["signed_prekey"] = Convert.ToHexStringLower(SignedPrekey.Serialize()),
        ["signed_prekey_signature"] = Convert.ToHexStringLower(SignedPrekeySignature),
        ["identity"] = Convert.ToHexStringLower(Identity.Serialize()),
        ["kyber_prekey_id"] = null,
        ["kyber_prekey"] = null,
        ["kyber_prekey_signature"] = null,
    };
}
