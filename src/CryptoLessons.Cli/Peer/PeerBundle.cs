using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.PostQuantum;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary>A prekey bundle as it stands in requests and answers.</summary>
/// <remarks>The <c>kyber_*</c> members are null in the profile <c>x3dh</c>.</remarks>
internal sealed record PeerBundle(
    uint RegistrationId,
    DeviceNumber Device,
    uint? PrekeyId,
    DhPublicKey? Prekey,
    uint SignedPrekeyId,
    DhPublicKey SignedPrekey,
    byte[] SignedPrekeySignature,
    DhPublicKey Identity,
    uint? KyberPrekeyId = null,
    Kyber1024PublicKey? KyberPrekey = null,
    byte[]? KyberPrekeySignature = null)
{
    public static PeerBundle From(PreKeyBundle bundle, DeviceNumber device) => new(
        bundle.RegistrationId,
        device,
        bundle.PreKeyId,
        bundle.PreKey,
        bundle.SignedPreKeyId,
        bundle.SignedPreKey,
        bundle.SignedPreKeySignature.ToArray(),
        bundle.IdentityKey,
        bundle.Kyber?.Id,
        bundle.Kyber?.Key,
        bundle.Kyber?.Signature.ToArray());

    /// <summary>Whether each prekey that may be left out has all of its members, or none.</summary>
    public bool IsWhole => PrekeyId is null == Prekey is null
        && KyberPrekeyId is null == KyberPrekey is null && KyberPrekeyId is null == KyberPrekeySignature is null;

    public PreKeyBundle ToBundle() => new(
        RegistrationId, PrekeyId, Prekey, SignedPrekeyId, SignedPrekey, SignedPrekeySignature, Identity,
        KyberPrekey is null ? null : new(KyberPrekeyId!.Value, KyberPrekey, KyberPrekeySignature));

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
        ["kyber_prekey_id"] = KyberPrekeyId,
        ["kyber_prekey"] = KyberPrekey is null ? null : Convert.ToHexStringLower(KyberPrekey.Serialize()),
        ["kyber_prekey_signature"] = KyberPrekeySignature is null ? null : Convert.ToHexStringLower(KyberPrekeySignature),
    };
}
