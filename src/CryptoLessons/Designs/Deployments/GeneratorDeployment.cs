using CryptoLessons.Adversary;
using CryptoLessons.Attacks;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Designs;

/// <summary>Signal's protocol on phones whose random generator somebody can predict, who listens for a court.</summary>
internal sealed class GeneratorDeployment : SignalDeployment<RatchetFunctions>
{
    private readonly PredictableGenerator secret;
    private readonly List<PreKeyBundle> handedOut;
    private PredictedPhones? heard;

    public GeneratorDeployment(
        IEnumerable<string> people, SeededRandom random, Profile profile, App<RatchetFunctions> app, PredictableGenerator secret)
        : base(people, random, profile, app, new Court(random.Child("court"))) =>
        (this.secret, handedOut) = (secret, []);

    private GeneratorDeployment(GeneratorDeployment original)
        : base(original) =>
        (secret, handedOut) = (original.secret, [.. original.handedOut]);

    public override IReadOnlyList<PreKeyBundle> HandedOut => handedOut;

    public override Quorum? Holders => Quorum.One;

    public override IDeployment Fork() => new GeneratorDeployment(this);

    public override EscrowLoot? Leak(AccessSecret wanted) =>
        wanted is AccessSecret.Escrow or AccessSecret.JudgeAndKey ? secret.Leak() : base.Leak(wanted);

    /// <summary>Whoever has the secret hears all that is brought, in order; a phone's keys follow from what it did before.</summary>
    public override WarrantAnswer ServeWarrant(Warrant warrant, IReadOnlyList<TranscriptEntry> intercepted)
    {
        if (!warrant.IsSignedBy(Court.PublicKey))
            return WarrantAnswer.Nothing;
        heard ??= new(secret.Search(), Profile, IdentityKeys);
        return new([.. intercepted.SelectMany(entry => heard.Hear(entry, handedOut))], secret.Steps);
    }

    protected override void HandOut(PreKeyBundle bundle) => handedOut.Add(bundle);
}
