using System.Text.Json.Nodes;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.SealedSender;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>A device of this library without a pipe between: sealed messages are no operation of <c>cryptolessons peer</c>.</summary>
internal sealed class SealedParty : IDisposable
{
    public const string Name = Party.AliceName;
    public const uint Number = 3;
    public const string Peer = "bob";

    private readonly DeviceState state = Device.NewState(RandomSource.System, registrationId: 7);

    public SealedParty()
    {
        Client = Device.Resume(new SignalFunctions(RandomSource.System), RandomSource.System, state);
        TrustRoot = DhKeyPair.Generate(RandomSource.System);
    }

    public Device<SignalFunctions> Client { get; }

    public DhKeyPair Identity => state.Identity;

    /// <summary>Signs servers' certificates.</summary>
    public DhKeyPair TrustRoot { get; }

    /// <summary>A certificate for this device from a server of its own.</summary>
    public SenderCertificate Certify(DateTimeOffset expires, uint serverId = 1, string? phoneNumber = null)
    {
        using DhKeyPair server = DhKeyPair.Generate(RandomSource.System);
        using var root = new XEdDsaSigner(TrustRoot.Private);
        using var signer = new XEdDsaSigner(server.Private);
        return SenderCertificate.Create(
            new(Name, phoneNumber, Number, Identity.Public),
            (ulong)expires.ToUnixTimeMilliseconds(),
            ServerCertificate.Create(serverId, server.Public, root, RandomSource.System),
            signer,
            RandomSource.System);
    }

    /// <summary>Opens a session from the bundle of the device at the end of a pipe.</summary>
    public void StartSession(JsonObject bundle)
    {
        var read = new PreKeyBundle(
            bundle["registration_id"]!.GetValue<uint>(), bundle["prekey_id"]!.GetValue<uint>(), Key(bundle["prekey"]),
            bundle["signed_prekey_id"]!.GetValue<uint>(), Key(bundle["signed_prekey"]),
            Convert.FromHexString(bundle["signed_prekey_signature"]!.GetValue<string>()),
            Key(bundle["identity"]));
        Assert.That(Client.StartSession(Peer, read), Is.EqualTo(BundleFailure.None));
    }

    /// <summary>Seals the next message of the session.</summary>
    public string Seal(SenderCertificate certificate, byte[] plaintext, DhKeyPair? identity = null)
    {
        var content = UnidentifiedSenderMessageContent.Of(Client.Encrypt(Peer, plaintext), certificate);
        return Seal(content, identity);
    }

    /// <summary>Seals a content for the peer.</summary>
    public string Seal(UnidentifiedSenderMessageContent content, DhKeyPair? identity = null) =>
        Convert.ToHexStringLower(UnidentifiedSenderMessage.Encrypt(content, identity ?? Identity, Client.TrustedIdentity(Peer)!, RandomSource.System)!);

    public static DhPublicKey Key(JsonNode? hex)
    {
        Assert.That(DhPublicKey.TryParse(Convert.FromHexString(hex!.GetValue<string>()), out DhPublicKey? key));
        return key!;
    }

    public void Dispose()
    {
        state.Dispose();
        TrustRoot.Dispose();
    }
}
