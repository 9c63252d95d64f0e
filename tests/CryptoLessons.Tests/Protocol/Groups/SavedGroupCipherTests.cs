using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>Stored sender keys go on where they were; damaged storage is refused, or is a state that saves to the same bytes.</summary>
[TestFixture]
internal sealed class SavedGroupCipherTests
{
    private static readonly GroupMember[] Members = Converse();

    private static GroupMember[] Converse()
    {
        GroupMember[] members = GroupMember.Group("alice", "bob", "carol");
        GroupMember alice = members[0], bob = members[1], carol = members[2];
        alice.SendIntoTheVoid(2);
        bob.Opens(alice, alice.Send("ahead"), "ahead");
        alice.Hands(alice.Cipher.Rotate(GroupMember.Garden), bob, carol);
        carol.Hands(carol.Cipher.CreateDistribution(Guid.Parse("ffffffff-0000-4000-8000-000000000001")), bob);
        bob.Cipher.CreateDistribution(Guid.Parse("00000000-0000-4000-8000-000000000002"));
        return members;
    }

    private static byte[] Saved => Members[1].Saved;

    [Test]
    public void SavingAndLoadingAfterEveryMessageChangesNothing()
    {
        GroupMember[] stored = GroupMember.Group("alice", "bob"), running = GroupMember.Group("alice", "bob");
        for (int i = 0; i < 12; i++)
        {
            stored[0].SendIntoTheVoid(i % 3);
            running[0].SendIntoTheVoid(i % 3);
            byte[] message = stored[0].Send("text");
            Assert.That(message, Is.EqualTo(running[0].Send("text")));
            stored[0].Reload();
            stored[1].Opens(stored[0], message, "text");
            running[1].Opens(running[0], message, "text");
            stored[1].Reload();
            Assert.That(stored[1].Saved, Is.EqualTo(running[1].Saved));
            if (i == 6)
                running[0].Hands(stored[0].Hands(stored[0].Cipher.Rotate(GroupMember.Garden), stored[1]), running[1]);
            if (i == 6)
                running[0].Cipher.Rotate(GroupMember.Garden);
        }
    }

    [Test]
    public void EveryFieldOfTheStateComesBack()
    {
        using GroupCipherState state = Members[1].Cipher.Snapshot();
        Assert.That(GroupCipherState.TryLoad(state.Save(), out GroupCipherState? loaded));
        Assert.That(loaded!.Own.Select(Place), Is.EqualTo(state.Own.Select(Place)));
        Assert.That(loaded.Own, Has.Count.EqualTo(2));
        Assert.That(loaded.Others.Keys, Is.EqualTo(new[] { "alice", "carol" }));
        Assert.That(loaded.Others["carol"], Has.Count.EqualTo(2));
        IReadOnlyList<SenderKeyState> alices = loaded.Others["alice"][GroupMember.Garden].States;
        Assert.That(alices.Select(key => (key.ChainId, key.SigningKey, key.Chain.Iteration, key.Chain.SkippedSeeds.Count)),
            Is.EqualTo(state.Others["alice"][GroupMember.Garden].States.Select(key => (key.ChainId, key.SigningKey, key.Chain.Iteration, key.Chain.SkippedSeeds.Count))));
        Assert.That(alices.Select(key => (key.Chain.Iteration, key.Chain.SkippedSeeds.Count)), Is.EqualTo(new[] { (0u, 0), (3u, 2) }));

        static (Guid, uint, object, string, uint) Place(KeyValuePair<Guid, OwnSenderKey> own) =>
            (own.Key, own.Value.ChainId, own.Value.SigningKeyPair.Public, Hex.Of(own.Value.ChainKey.Bytes), own.Value.Iteration);
    }

    [Test]
    public void ASnapshotIsNotTouchedByWhatHappensLater()
    {
        GroupMember[] pair = GroupMember.Group("alice", "bob");
        byte[] skipped = pair[0].Send("skipped");
        pair[1].Opens(pair[0], pair[0].Send("ahead"), "ahead");
        GroupCipherState alice = pair[0].Cipher.Snapshot(), bob = pair[1].Cipher.Snapshot();
        (byte[] Alice, byte[] Bob) saved = (alice.Save(), bob.Save());
        pair[1].Opens(pair[0], skipped, "skipped");
        pair[1].Opens(pair[0], pair[0].Send("next"), "next");
        pair[0].Hands(pair[0].Cipher.Rotate(GroupMember.Garden), pair[1]);
        Assert.That((alice.Save(), bob.Save()), Is.EqualTo(saved));
        alice.Dispose();
        bob.Dispose();
        pair[1].Opens(pair[0], pair[0].Send("goes on"), "goes on");
    }

    [Test]
    public void AMutatedStateIsRefusedOrUsable()
    {
        Random random = PrintedSeed.NewRandom();
        byte[][] all = [.. Members.Select(member => member.Saved)];
        byte[] onTheWay = Members[0].Send("on the way");
        int accepted = 0;
        for (int i = 0; i < 3_000; i++)
        {
            byte[] mutated = random.Mutate(all[random.Next(all.Length)], all);
            if (!GroupCipherState.TryLoad(mutated, out GroupCipherState? state))
                continue;
            accepted++;
            Assert.That(state.Save().AsSpan().SequenceEqual(mutated), Convert.ToHexString(mutated));
            GroupCipher cipher = GroupCipher.Resume(RandomSource.System, state);
            cipher.Decrypt("alice", onTheWay, out _);
            state.Dispose();
        }
        Assert.That(accepted, Is.GreaterThan(20));
    }

    [Test]
    public void AFlippedBitAnywhereIsRefusedOrSavesToTheSameBytes()
    {
        byte[] saved = Saved;
        int accepted = 0;
        for (int bit = 0; bit < 8 * saved.Length; bit += 5)
        {
            byte[] flipped = [.. saved];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            if (!GroupCipherState.TryLoad(flipped, out GroupCipherState? state))
                continue;
            accepted++;
            Assert.That(state.Save().AsSpan().SequenceEqual(flipped));
        }
        Assert.That(accepted, Is.GreaterThan(0), "a key may be any 32 bytes");
    }

    [Test]
    public void AnotherOrderTheSameTwiceAndFieldsLeftOutAreRefused()
    {
        byte[] saved = Saved;
        var reader = new WireReader(saved.AsSpan(4));
        List<byte[]> fields = [];
        while (reader.Next(out WireField field))
            fields.Add(saved[(4 + field.Start)..(4 + field.End)]);
        Assert.That(fields, Has.Count.EqualTo(5));
        for (int i = 0; i < fields.Count; i++)
        {
            Assert.That(Loads([.. fields, fields[i]]), Is.False, $"field {i} twice");
            Assert.That(Loads([.. fields.Skip(1), fields[0]]), Is.False, "another order");
            Assert.That(Loads([.. fields.Where((_, at) => at != i)]), $"a key less is a state too");
            foreach (byte[] inner in Without(fields[i]))
                Assert.That(Loads([.. fields[..i], inner, .. fields[(i + 1)..]]), Is.False, $"an inner field of {i} left out");
        }

        bool Loads(byte[][] parts) => GroupCipherState.TryLoad([.. saved[..4], .. parts.SelectMany(part => part)], out _);
    }

    /// <summary>An entry without its first, without its second field, and so on.</summary>
    private static List<byte[]> Without(byte[] entry)
    {
        var outer = new WireReader(entry);
        Assert.That(outer.Next(out WireField whole));
        List<byte[]> shorter = [];
        var inner = new WireReader(whole.Bytes);
        int states = 0;
        while (inner.Next(out WireField field))
        {
            // Of several states of a sender, one less is a state too.
            if (whole.Number == 2 && field.Number == 3 && states++ == 0 && whole.Bytes[field.End..].Length > 0)
                continue;
            if (whole.Number == 2 && field.Number == 3 && states > 1)
                continue;
            shorter.Add(SignalMessageParts.Encode(whole.Number, [.. whole.Bytes[..field.Start], .. whole.Bytes[field.End..]]));
        }
        return shorter;
    }

    [Test]
    public void ASkippedSeedAtOrAboveTheNextIndexIsRefused()
    {
        using GroupCipherState state = Members[1].Cipher.Snapshot();
        foreach (var (n, loads) in new[] { (0u, true), (1u, true), (2u, false), (uint.MaxValue, false) })
        {
            var seeds = new SortedDictionary<uint, MessageSeed> { [n] = new MessageSeed(new byte[32]) };
            SenderKeyState key = new(1, state.Others["alice"][GroupMember.Garden].States[0].SigningKey, new(new(new byte[32]), 2, seeds));
            Assert.That(Loads(key), Is.EqualTo(loads), $"{n}");
        }
    }

    [Test]
    public void TwoKeysOfOneChainNumberAreRefused()
    {
        using GroupCipherState state = Members[1].Cipher.Snapshot();
        SenderKeyState key = state.Others["alice"][GroupMember.Garden].States[0];
        Assert.That(Loads(key), Is.True);
        Assert.That(Loads(key, key.Copy()), Is.False);
        Assert.That(Loads(), Is.False, "a record without a key");
    }

    [Test]
    public void AnotherKindOrVersionIsRefused()
    {
        byte[] saved = Saved;
        Assert.That(saved[2], Is.EqualTo((byte)'G'));
        Assert.That(GroupCipherState.TryLoad([.. saved[..2], (byte)'D', .. saved[3..]], out _), Is.False);
        Assert.That(GroupCipherState.TryLoad([.. saved[..3], (byte)(saved[3] + 1), .. saved[4..]], out _), Is.False);
        Assert.That(RatchetState.TryLoad(saved, out _), Is.False);
    }

    [Test]
    public void RandomBytesAreRefused()
    {
        byte[] start = Saved[..4];
        SeededCheck.ForAll(1_000, SeededCheck.Bytes(200), bytes => Assert.That(
            GroupCipherState.TryLoad([.. start, .. bytes], out _), Is.EqualTo(bytes.Length == 0), "no fields are the state of a device without keys"));
    }

    private static bool Loads(params SenderKeyState[] states)
    {
        var records = new Dictionary<Guid, SenderKeyRecord> { [GroupMember.Garden] = new(states) };
        var others = new Dictionary<string, IReadOnlyDictionary<Guid, SenderKeyRecord>> { ["alice"] = records };
        return GroupCipherState.TryLoad(new GroupCipherState(new Dictionary<Guid, OwnSenderKey>(), others).Save(), out _);
    }
}
