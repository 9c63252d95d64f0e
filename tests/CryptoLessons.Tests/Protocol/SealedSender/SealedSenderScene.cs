using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.SealedSender;

namespace CryptoLessons.Tests.Protocol;

/// <summary>A trust root, a server, and Alice who writes to Bob with a certificate of that server.</summary>
internal sealed class SealedSenderScene : IDisposable
{
    public const string AliceUuid = "a11ce000-0000-4000-8000-000000000001";

    private readonly SeededRandom random = new(1);

    public SealedSenderScene()
    {
        (TrustRoot, Server, Alice, Bob, Mallory) = (NewKey(), NewKey(), NewKey(), NewKey(), NewKey());
        Certificate = Certify();
    }

    /// <summary>When Alice's certificate expires.</summary>
    public static DateTimeOffset Expiry { get; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DhKeyPair TrustRoot { get; }

    public DhKeyPair Server { get; }

    public DhKeyPair Alice { get; }

    public DhKeyPair Bob { get; }

    public DhKeyPair Mallory { get; }

    /// <summary>Alice's certificate.</summary>
    public SenderCertificate Certificate { get; }

    /// <summary>What Alice sends.</summary>
    public UnidentifiedSenderMessageContent Content => new(SealedContentType.Plain, Certificate, "a ciphertext message"u8.ToArray());

    /// <summary>A certificate for Alice or for somebody else, signed by whoever is named.</summary>
    public SenderCertificate Certify(DhKeyPair? identity = null, uint serverId = 1, DhKeyPair? rootSigner = null, DhKeyPair? serverSigner = null)
    {
        using var root = new XEdDsaSigner((rootSigner ?? TrustRoot).Private);
        using var server = new XEdDsaSigner((serverSigner ?? Server).Private);
        var serverCertificate = ServerCertificate.Create(serverId, Server.Public, root, random);
        var sender = new SenderIdentity(AliceUuid, "+14155550100", 3, (identity ?? Alice).Public);
        return SenderCertificate.Create(sender, (ulong)Expiry.ToUnixTimeMilliseconds(), serverCertificate, server, random);
    }

    public byte[] Seal(UnidentifiedSenderMessageContent content, DhKeyPair? sender = null) =>
        UnidentifiedSenderMessage.Encrypt(content, sender ?? Alice, Bob.Public, random)!;

    public SealedSenderFailure Open(ReadOnlySpan<byte> message, out UnidentifiedSenderMessageContent? content) =>
        UnidentifiedSenderMessage.Open(message, Bob, TrustRoot.Public, Expiry, out content);

    public void Dispose()
    {
        foreach (DhKeyPair key in (DhKeyPair[])[TrustRoot, Server, Alice, Bob, Mallory])
            key.Dispose();
    }

    private DhKeyPair NewKey() => DhKeyPair.Generate(random);
}
