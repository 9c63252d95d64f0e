using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol, until on one day every phone installs an app that seals its message keys to an authority.</summary>
internal sealed class NoticeDeployment : SignalDeployment<RatchetFunctions>
{
    private static readonly App<RatchetFunctions> Before = new((streams, _) => streams.Signal());

    private readonly IReadOnlyList<string> people;
    private readonly DateTimeOffset inForce;
    private readonly App<RatchetFunctions> after;
    private bool installed;

    /// <param name="people">Who has a phone.</param>
    /// <param name="random">The seed's stream for this deployment.</param>
    /// <param name="profile">What of Signal's protocol the phones speak.</param>
    /// <param name="court">The court whose warrants count.</param>
    /// <param name="custody">The authority's key.</param>
    /// <param name="inForce">When the notice comes into force, UTC.</param>
    public NoticeDeployment(IReadOnlyList<string> people, SeededRandom random, Profile profile, Court court, WholeKeyCustody custody, DateTimeOffset inForce)
        : base(people, random, profile, Before, court, KeyEscrow.Agency(court, custody))
    {
        (this.people, this.inForce) = (people, inForce);
        DhPublicKey authority = custody.PublicKey;
        after = new((streams, _) => new MessageKeyEscrow(streams.Signal(), authority, streams.Mechanism));
    }

    private NoticeDeployment(NoticeDeployment original)
        : base(original) => (people, inForce, after, installed) = (original.people, original.inForce, original.after, original.installed);

    public override IDeployment Fork() => new NoticeDeployment(this);

    protected override IReadOnlyList<Envelope> SendNow(ScriptedMessage message)
    {
        if (!installed && message.Time >= inForce)
        {
            installed = true;
            foreach (string person in people)
                Install(person, after);
        }
        return base.SendNow(message);
    }
}
