using CryptoLessons.Adversary;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>What a member's state opens in a group with sender keys: a sender's chain from where the thief has it, and no DH step
/// ever closes it.</summary>
/// <remarks>Everybody hands out a sender key with the first message, pairwise: whoever can read that later on, has the chain.</remarks>
/// <param name="scene">The conversation is the group.</param>
internal class GroupExposure(ExposureScene scene)
{
    private readonly ScriptedMessage[] conversation = [.. scene.Script.Conversation];

    /// <summary>The numbers of the messages that open.</summary>
    internal IReadOnlySet<int> Opened(string owner, bool wholeDevice)
    {
        ScriptedMessage[] handedOut = [.. conversation.DistinctBy(message => message.From)];
        IReadOnlySet<int> intercepted = PhoneExposure.Of(scene, handedOut).Opened(owner, wholeDevice);
        HashSet<string> stolen =
        [
            .. scene.Delivered.Intersect(handedOut).Select(message => message.From),
            .. handedOut.Where(message => intercepted.Contains(message.Number) || (message.Number == scene.At && message.From == owner))
                .Select(message => message.From),
        ];
        return conversation.Where(message => stolen.Contains(message.From) && message.Number >= First(message.From, owner))
            .Select(message => message.Number).ToHashSet();
    }

    /// <summary>The first message of a stolen chain that opens: the one in flight towards the owner, or the one
    /// after; what a sender has sent, it cannot read.</summary>
    protected virtual int First(string sender, string owner) => sender == owner ? scene.At + 1 : scene.At;
}
