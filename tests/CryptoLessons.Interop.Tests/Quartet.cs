using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>Four devices in a group, two of ours and two of Signal's own, and a seeded choice of what happens between them.</summary>
/// <remarks>A sender key travels as it does on phones: inside a message of the session that two devices have.</remarks>
internal sealed class Quartet : IDisposable
{
    /// <summary>The group of every test that needs one only.</summary>
    public const string Garden = "9a4de0e1-0001-4002-8003-0123456789ab";

    // Empty, one byte, around a block of the cipher, and some blocks.
    private static readonly int[] Lengths = [0, 1, 15, 16, 17, 40, 300];

    private static readonly string[] Names =
        [Party.AliceName, Party.BobName, "ca401000-0000-4000-8000-000000000003", "da7e0000-0000-4000-8000-000000000004"];

    private readonly List<Pipe> pipes = [];
    private readonly HashSet<(Party, Party)> sessions = [];
    private readonly Side[] sides;
    private readonly Release release;

    /// <summary>Starts all four; nobody has a key of anybody yet.</summary>
    /// <param name="release">Which release Signal's own are of.</param>
    /// <param name="seed">Decides whose code the first and the third run, who writes what, and what arrives when.</param>
    public Quartet(Release release, int seed)
    {
        LibsignalPackage.Require();
        this.release = release;
        Side first = seed % 2 == 0 ? Side.Ours : Side.Libsignal;
        TestContext.Out.WriteLine($"seed {seed}, first {first}, release {release}");
        Random = new Random(seed);
        Side second = first == Side.Ours ? Side.Libsignal : Side.Ours;
        sides = [first, second, first, second];
        // All start before any is waited for.
        Pipe[] started = [.. sides.Select(Start)];
        Members = [.. started.Select((pipe, i) => Party.Create(pipe, release, Names[i], device: 1 + i, registrationId: 1 + (uint)i))];
    }

    public Random Random { get; }

    public Party[] Members { get; }

    /// <summary>Four who have all given their sender keys to all others.</summary>
    public static Quartet InGroup(Release release, int seed)
    {
        var quartet = new Quartet(release, seed);
        foreach (Party member in quartet.Members)
            quartet.HandKey(member, quartet.Others(member));
        return quartet;
    }

    /// <summary>Whose code a member runs.</summary>
    public Side SideOf(Party member) => sides[Array.IndexOf(Members, member)];

    public Party Anybody() => Members[Random.Next(Members.Length)];

    public Party[] Others(Party party) => [.. Members.Where(member => member != party)];

    /// <summary>Hands a party's sender key of the moment to others.</summary>
    public string HandKey(Party from, Party[] to, string distribution = Garden)
    {
        string key = from.GroupCreate(distribution);
        Hand(from, key, to);
        return key;
    }

    /// <summary>Hands over a sender key, or one once more.</summary>
    public void Hand(Party from, string key, Party[] to)
    {
        foreach (Party party in to)
        {
            if (sessions.Add((from, party)))
                from.StartSession(party);
            Letter letter = from.Write(party, Convert.FromHexString(key));
            party.Open(letter);
            party.GroupProcess(from, letter.Plaintext);
        }
    }

    /// <summary>The next message of a party to the group, some random bytes.</summary>
    public GroupLetter Write(Party from, string distribution = Garden)
    {
        byte[] plaintext = new byte[Lengths[Random.Next(Lengths.Length)]];
        Random.NextBytes(plaintext);
        return from.GroupWrite(distribution, plaintext);
    }

    /// <summary>A message that arrives at once, for everybody.</summary>
    public GroupLetter Pass(Party from)
    {
        GroupLetter letter = Write(from);
        foreach (Party reader in Others(from))
            reader.GroupOpen(letter);
        return letter;
    }

    /// <summary>One message of each member: the group works.</summary>
    public void Round()
    {
        foreach (Party member in Members)
            Pass(member);
    }

    /// <summary>A member's new phone, under the same name and number.</summary>
    public Party NewPhone(int member, Side side) =>
        Party.Create(Start(side), release, Names[member], device: 1 + member, registrationId: 99);

    /// <summary>All end well.</summary>
    public void End()
    {
        foreach (Party member in Members)
            member.End();
    }

    public void Dispose() => pipes.ForEach(pipe => pipe.Dispose());

    private Pipe Start(Side side)
    {
        Pipe pipe = Pipe.Of(side, release);
        pipes.Add(pipe);
        return pipe;
    }
}
