using System.Security.Cryptography;
using System.Text;
using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.SealedSender;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>A play of Signal's protocol in which the relay is not told who sends: each envelope is sealed, carried, opened and read.</summary>
public sealed class SealedPlay
{
    private static readonly TimeSpan CertificateLifetime = TimeSpan.FromDays(365);

    private readonly List<SealedEnvelope> envelopes = [];

    /// <summary>Plays a script; with the same stream the messages inside are those of the play without seals, byte for byte.</summary>
    /// <param name="script">What is said.</param>
    /// <param name="random">The stream from which the messenger's keys come.</param>
    public SealedPlay(Script script, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(random);
        IDeployment deployment = Strict.Design.Deploy(script, random.Child("deployment"));
        SeededRandom seals = random.Child("sealed sender");
        using DhKeyPair trustRoot = DhKeyPair.Generate(seals);
        Dictionary<string, DhKeyPair> identities =
            script.People.ToDictionary(person => person, person => deployment.SeizeDevice(person).Device!.Identity);
        Dictionary<string, SenderCertificate> certificates = Certify(script, identities, trustRoot, seals);
        Dictionary<string, string> names = script.People.ToDictionary(Uuid);
        foreach (ScriptedMessage message in script.Messages)
            foreach (Envelope sent in deployment.Send(message))
            {
                var content = UnidentifiedSenderMessageContent.Of(sent.Message, certificates[sent.From]);
                // Safe because every identity key here was generated, and none of those is a low-order point.
                byte[] bytes = UnidentifiedSenderMessage.Encrypt(content, identities[sent.From], identities[sent.To].Public, seals)!;
                envelopes.Add(new(sent.To, sent.Time, bytes));
                var failure = UnidentifiedSenderMessage.Open(bytes, identities[sent.To], trustRoot.Public, sent.Time, out var opened);
                if (failure != SealedSenderFailure.None)
                    continue;
                var received = new Envelope(names[opened!.Sender.Sender.Uuid], sent.To, sent.Time, opened.Message!.Value);
                if (deployment.Deliver(received, out byte[] shown) == DecryptFailure.None && message.Plaintext.Span.SequenceEqual(shown))
                    Read++;
            }
        foreach (DhKeyPair identity in identities.Values)
            identity.Dispose();
    }

    /// <summary>What the relay carried.</summary>
    public IReadOnlyList<SealedEnvelope> Envelopes => envelopes;

    /// <summary>How many of them their recipients opened and read, under the right sender's name and as they were said.</summary>
    public int Read { get; }

    private static Dictionary<string, SenderCertificate> Certify(
        Script script, Dictionary<string, DhKeyPair> identities, DhKeyPair trustRoot, SeededRandom random)
    {
        using DhKeyPair serverKey = DhKeyPair.Generate(random);
        using var root = new XEdDsaSigner(trustRoot.Private);
        using var server = new XEdDsaSigner(serverKey.Private);
        var serverCertificate = ServerCertificate.Create(1, serverKey.Public, root, random);
        ulong expires = (ulong)(script.Messages.Max(message => message.Time) + CertificateLifetime).ToUnixTimeMilliseconds();
        return script.People.ToDictionary(
            person => person,
            person => SenderCertificate.Create(new(Uuid(person), null, 1, identities[person].Public), expires, serverCertificate, server, random));
    }

    /// <summary>A name for the certificate that is as long as every other: the length of a sealed message must not tell whose it is.</summary>
    private static string Uuid(string person) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(person)).AsSpan(0, 16)).ToString();
}
