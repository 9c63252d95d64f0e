using CryptoLessons.Attacks.Means;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Tests.Oracle;

/// <summary>Forgeries really made from a stolen session state, and shown to copies of the honest devices: the other witness.</summary>
/// <param name="owner">Whose session was stolen.</param>
/// <param name="theft">The phone at the theft, of which the thief uses the session alone.</param>
/// <param name="ratchetKeys">The ratchet keys that have been on the wire, by chain, and Bob's published signed prekey as chain -1.</param>
/// <param name="profile">What the devices speak.</param>
internal sealed class PlayedForgeries(Party owner, DeviceState theft, IReadOnlyDictionary<int, DhPublicKey> ratchetKeys, Profile profile)
{
    private static readonly byte[] Text = "never said"u8.ToArray();

    private readonly StolenSession stolen = new($"{owner}", $"{Peer(owner)}", theft.Sessions[$"{Peer(owner)}"].Current!, new SeededRandom(7), profile);

    /// <summary>Makes a forgery and delivers it to a copy of its victim's device as it is now.</summary>
    public ForgeryPrediction Try(ForgeryAttempt attempt, int stolenChain, PlayedSchedule now)
    {
        bool towardsPeer = attempt is SlotAsOwner or HijackPeer;
        if (Forge(attempt, stolenChain, now) is not { } message)
            return ForgeryPrediction.Impossible;
        Device<SignalFunctions> victim = now.Fork(towardsPeer ? Peer(owner) : owner);
        DecryptFailure failure = victim.Decrypt($"{(towardsPeer ? owner : Peer(owner))}", message, out byte[] shown);
        return failure == DecryptFailure.None && shown.AsSpan().SequenceEqual(Text) ? ForgeryPrediction.Accepted : ForgeryPrediction.Refused;
    }

    private static Party Peer(Party party) => party == Party.Alice ? Party.Bob : Party.Alice;

    private CiphertextMessage? Forge(ForgeryAttempt attempt, int stolenChain, PlayedSchedule now)
    {
        ratchetKeys.TryGetValue(stolenChain + 1, out DhPublicKey? next);
        return attempt switch
        {
            HijackOwner => stolen.AsPeer().Encrypt(Text, registrationId: 0),
            HijackPeer => next is null ? null : AfterFollowing(next, now),
            SlotAsOwner(var n) => stolen.AsOwnerInSlot((uint)n, Text),
            SlotAsPeer(var chain, var n) => ratchetKeys.TryGetValue(chain, out DhPublicKey? key) ? stolen.AsPeerInSlot(key, (uint)n, Text) : null,
            SlotAsPeerInNextChain(var n) => next is null ? null : stolen.AsPeerInNextChain(next, (uint)n, Text),
            _ => throw new ArgumentException($"Unknown attempt {attempt.GetType().Name}.", nameof(attempt)),
        };
    }

    /// <summary>The owner's forged chain s+2, after a recorded message of chain s+1 was read.</summary>
    private CiphertextMessage AfterFollowing(DhPublicKey next, PlayedSchedule now)
    {
        Session<RatchetFunctions> copy = stolen.AsOwner();
        var message = now.Wire.Select(entry => entry.Envelope).First(envelope => PlayedSchedule.RatchetKey(envelope).Equals(next)).Message;
        if (copy.Decrypt(PlayedSchedule.Inner(message), out _) is var refused and not DecryptFailure.None)
            throw new InvalidOperationException($"The stolen session does not read the peer's next chain: {refused}.");
        return copy.Encrypt(Text, registrationId: 0);
    }
}
