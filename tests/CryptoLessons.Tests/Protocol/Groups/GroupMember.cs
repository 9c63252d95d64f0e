using System.Text;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>One device in a group: its name, its sender keys, and its counted random source.</summary>
internal sealed class GroupMember
{
    /// <summary>The group of every test that needs one only.</summary>
    public static readonly Guid Garden = new("9a4de0e1-0001-4002-8003-0123456789ab");

    private readonly CountingRandom random;
    private readonly RatchetLimits limits;

    public GroupMember(string name, RatchetLimits? limits = null)
    {
        (Name, random, this.limits) = (name, new(new SeededRandom(1).Child(name)), limits ?? RatchetLimits.Signal);
        Cipher = new(random, this.limits);
    }

    public string Name { get; }

    public GroupCipher Cipher { get; private set; }

    /// <summary>The whole state as it would be stored.</summary>
    public byte[] Saved
    {
        get
        {
            using GroupCipherState state = Cipher.Snapshot();
            return state.Save();
        }
    }

    /// <summary>Members who have all given their sender keys to all others.</summary>
    public static GroupMember[] Group(params string[] names) => Group(RatchetLimits.Signal, names);

    /// <summary>The same, with other limits.</summary>
    public static GroupMember[] Group(RatchetLimits limits, params string[] names)
    {
        GroupMember[] members = [.. names.Select(name => new GroupMember(name, limits))];
        foreach (GroupMember member in members)
            member.GivesItsKeyTo(members);
        return members;
    }

    /// <summary>Hands its sender key of the moment to everybody but itself.</summary>
    public byte[] GivesItsKeyTo(params GroupMember[] members) => Hands(Cipher.CreateDistribution(Garden), members);

    /// <summary>Hands a distribution message to everybody but itself.</summary>
    public byte[] Hands(byte[] distribution, params GroupMember[] members)
    {
        foreach (GroupMember member in members.Where(member => member != this))
            Assert.That(member.Cipher.ProcessDistribution(Name, distribution), Is.EqualTo(DecryptFailure.None));
        return distribution;
    }

    public byte[] Send(string text) => Cipher.Encrypt(Garden, Encoding.UTF8.GetBytes(text));

    /// <summary>Sends messages that nobody will ever see.</summary>
    public void SendIntoTheVoid(int count)
    {
        for (int i = 0; i < count; i++)
            Send("");
    }

    public void Opens(GroupMember sender, byte[] message, string expected)
    {
        Assert.That(Cipher.Decrypt(sender.Name, message, out byte[] plaintext), Is.EqualTo(DecryptFailure.None), expected);
        Assert.That(Encoding.UTF8.GetString(plaintext), Is.EqualTo(expected));
    }

    /// <summary>The message is refused for that reason, and neither keys nor random source have moved.</summary>
    public void Refuses(GroupMember sender, byte[] message, DecryptFailure failure) =>
        Assert.That(RefusesSomehow(sender, message, failure.ToString()), Is.EqualTo(failure));

    /// <summary>The message is refused, whatever the reason, and neither keys nor random source have moved.</summary>
    public DecryptFailure RefusesSomehow(GroupMember sender, byte[] message, string what) =>
        Unmoved(() =>
        {
            DecryptFailure failure = Cipher.Decrypt(sender.Name, message, out byte[] plaintext);
            Assert.That(plaintext, Is.Empty, what);
            return failure;
        }, what);

    /// <summary>The distribution message is refused for that reason, and neither keys nor random source have moved.</summary>
    public void RefusesKey(GroupMember sender, byte[] distribution, DecryptFailure failure) =>
        Assert.That(Unmoved(() => Cipher.ProcessDistribution(sender.Name, distribution), failure.ToString()), Is.EqualTo(failure));

    /// <summary>Stores the state, loads it, and goes on from there.</summary>
    public void Reload()
    {
        byte[] saved = Saved;
        Assert.That(GroupCipherState.TryLoad(saved, out GroupCipherState? state));
        Cipher = GroupCipher.Resume(random, state!, limits);
        state!.Dispose();
        Assert.That(Saved, Is.EqualTo(saved));
    }

    private DecryptFailure Unmoved(Func<DecryptFailure> receive, string what)
    {
        byte[] before = Saved;
        long drawn = random.Drawn;
        DecryptFailure failure = receive();
        Assert.That(failure, Is.Not.EqualTo(DecryptFailure.None), what);
        Assert.That(Saved.AsSpan().SequenceEqual(before), $"{what}: the state changed");
        Assert.That(random.Drawn, Is.EqualTo(drawn), $"{what}: randomness was drawn");
        return failure;
    }
}
