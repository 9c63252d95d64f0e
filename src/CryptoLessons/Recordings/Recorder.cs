using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Recordings;

/// <summary>Plays a conversation, with bystanders beside it, under a design, and records what goes over the wire: what a wiretap has, and nothing
/// else.</summary>
public sealed class Recorder
{
    private readonly Script script;
    private readonly Design design;
    private readonly IDeployment deployment;

    /// <summary>Gets everybody a phone; nothing is said yet.</summary>
    /// <param name="conversation">What will be said.</param>
    /// <param name="design">Their messenger.</param>
    /// <param name="seed">The seed of every key: the envelopes are those of <see cref="Design.Play(Conversation, int, string, long)"/>.</param>
    public Recorder(Conversation conversation, Design design, long seed)
    {
        ArgumentNullException.ThrowIfNull(design);
        var random = new SeededRandom(seed);
        this.design = design;
        script = ConversationScript.Write(conversation, random.Child("bystanders"));
        deployment = design.Deploy(script, random.Child("deployment"));
    }

    /// <summary>The authority's private key, as it would leak; null where the design's access secret is no such key.</summary>
    public DhKeyPair? AuthorityKey => KeyOf(deployment);

    /// <summary>The designs whose access secret is one authority's private key.</summary>
    public IReadOnlyList<Design> DesignsWithAnAuthorityKey =>
        [.. Design.All.Where(other => KeyOf(other.Deploy(script, new SeededRandom(0))) is not null)];

    /// <summary>What stands at the beginning of each part.</summary>
    public RecordingHead Head => new(design.Id, design.Profile.Name, deployment.IdentityKeys);

    /// <summary>Has everything said, and records it.</summary>
    /// <param name="recording">Where it goes.</param>
    /// <param name="progress">Told after each message how many were sent.</param>
    public void Record(RecordingWriter recording, IProgress<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        int sent = 0;
        foreach (ScriptedMessage message in script.Messages)
        {
            foreach (var envelope in deployment.Send(message))
            {
                recording.Write(envelope);
                deployment.Deliver(envelope, out _);
            }
            progress?.Report(++sent);
        }
        recording.Complete();
    }

    private static DhKeyPair? KeyOf(IDeployment deployment) => (deployment.Leak(AccessSecret.Escrow) as AuthorityKeyLoot)?.Key;
}
