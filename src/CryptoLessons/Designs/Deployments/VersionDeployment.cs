using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>A messenger in two versions: with each message the sender's app asks which ones the recipient's speaks, and takes the best that both
/// do.</summary>
internal sealed class VersionDeployment : SignalDeployment<RatchetFunctions>
{
    private static readonly AppVersion[] Spoken = [AppVersion.Escrowed, AppVersion.Strict];
    private static readonly App<RatchetFunctions> Strict = new((streams, _) => streams.Signal());

    private readonly App<RatchetFunctions> escrowed;
    private readonly bool bound;
    private readonly Dictionary<string, byte[]> offers;
    private readonly Dictionary<string, AppVersion> speaking;
    private bool refused;

    /// <param name="people">Who has a phone.</param>
    /// <param name="random">The seed's stream for this deployment.</param>
    /// <param name="profile">What of Signal's protocol the phones speak.</param>
    /// <param name="court">The court whose warrants count.</param>
    /// <param name="custody">The key to which the older version seals.</param>
    /// <param name="bound">Whether apps sign what they offer, and believe nothing that is not signed.</param>
    public VersionDeployment(IReadOnlyList<string> people, SeededRandom random, Profile profile, Court court, WholeKeyCustody custody, bool bound)
        : base(people, random, profile, Strict, court, new Agency<WholeKeyCustody>(court.PublicKey, [custody], Leaked))
    {
        DhPublicKey authority = custody.PublicKey;
        escrowed = new((streams, _) => new MessageKeyEscrow(streams.Signal(), authority, streams.Mechanism));
        this.bound = bound;
        speaking = people.ToDictionary(person => person, _ => AppVersion.Strict);
        offers = people.ToDictionary(person => person, person => Offer(person, random.Child("offers").Child(person)).Serialize());
    }

    private VersionDeployment(VersionDeployment original)
        : base(original) => (escrowed, bound, offers, speaking, refused) =
        (original.escrowed, original.bound, original.offers, new(original.speaking), original.refused);

    public override Noticed Noticed => refused ? Noticed.Automatically : base.Noticed;

    public override IDeployment Fork() => new VersionDeployment(this);

    public override Interception? Intercept(Warrant warrant, Transcript carried) => warrant.IsSignedBy(Court.PublicKey)
        ? new(
            RollBackTheVersion.On(carried, warrant.Target),
            [new("provider", $"says that {warrant.Target} and whoever talks with {warrant.Target} speak the older version alone")])
        : null;

    protected override IEnumerable<Envelope> Write(ScriptedMessage message) => message.To.SelectMany(recipient =>
    {
        Speak(message.From, Negotiate(message.From, recipient));
        return Encrypt(recipient, message);
    });

    private static VersionKeyLoot? Leaked(AccessSecret secret, IReadOnlyList<WholeKeyCustody> keys) =>
        secret is AccessSecret.Escrow or AccessSecret.JudgeAndKey ? new(keys[0].Leak()) : null;

    private VersionOffer Offer(string person, SeededRandom random)
    {
        if (!bound)
            return new(Spoken);
        using DhKeyPair identity = Identity(person);
        return VersionOffer.Sign(Spoken, identity, random);
    }

    /// <summary>The best version that both speak, as far as the sender's app believes what it hears; somebody on the wire may answer first.</summary>
    private AppVersion Negotiate(string sender, string recipient)
    {
        foreach (ReadOnlyMemory<byte> answer in Answers(new(sender, DownloadKind.Versions, recipient), offers[recipient]))
        {
            if (VersionOffer.TryParse(answer.Span, out VersionOffer? offer) && (!bound || offer.IsSignedBy(Known(sender, recipient)))
                && offer.BestOf(Spoken) is { } best)
                return best;
            refused = true;
        }
        // Whoever gets no answer that counts writes as strictly as ever, and is warned. Not to write at all would make of a wrong answer a way to
        // silence people, until they take the app that believes it.
        return AppVersion.Strict;
    }

    private void Speak(string person, AppVersion version)
    {
        if (speaking[person] == version)
            return;
        speaking[person] = version;
        Install(person, version == AppVersion.Strict ? Strict : escrowed);
    }
}
