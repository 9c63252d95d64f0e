using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>Groups in which this library and Signal's own are members: what one seals, all others open.</summary>
[TestFixtureSource(nameof(Releases))]
internal sealed class GroupTests(Release release, int seed)
{
    // A seed each: sender keys are the same in all releases, and two of a group's members run each side's code.
    private static IEnumerable<TestFixtureData> Releases => Release.All.Select((release, index) => new TestFixtureData(release, index + 1));

    [Test]
    public void OpensWhatAnybodyWrites()
    {
        using var group = Quartet.InGroup(release, seed);
        for (int i = 0; i < 25; i++)
            group.Pass(group.Anybody());
        group.End();
    }

    [Test]
    public void OpensWhatArrivesOfAThirdLostAndTheRestOutOfOrder()
    {
        using var group = Quartet.InGroup(release, seed);
        GroupLetter[] letters = [.. Enumerable.Range(0, 60).Select(_ => group.Write(group.Anybody()))];
        foreach (Party reader in group.Members)
        {
            GroupLetter[] arrived = [.. letters.Where(letter => letter.From != reader && group.Random.NextDouble() < 0.7)];
            group.Random.Shuffle(arrived);
            foreach (GroupLetter letter in arrived)
                reader.GroupOpen(letter);
            Assert.That(reader.Opened, Is.GreaterThan(10));
        }
        group.Round();
        group.End();
    }

    [Test]
    public void AKeyThatComesOnceMoreLosesNothingAndMakesNoChainGoBack()
    {
        using var group = new Quartet(release, seed);
        Party sender = group.Anybody();
        string key = group.HandKey(sender, group.Others(sender));
        GroupLetter[] letters = [.. Enumerable.Range(0, 8).Select(_ => group.Write(sender))];
        group.Random.Shuffle(letters);
        foreach (Party reader in group.Others(sender))
        {
            foreach (GroupLetter letter in letters[..3])
                reader.GroupOpen(letter);
            group.Hand(sender, key, [reader]);
            group.HandKey(sender, [reader]);
            foreach (GroupLetter letter in letters[..3])
                reader.GroupRefuse(letter, "duplicate");
            foreach (GroupLetter letter in letters[3..])
                reader.GroupOpen(letter);
        }
        group.End();
    }

    [Test]
    public void WhoJoinsReadsFromThereOnAndWhoIsRemovedUntilThere()
    {
        using var group = new Quartet(release, seed);
        Party sender = group.Anybody();
        Party[] others = group.Others(sender);
        group.HandKey(sender, others[..2]);
        GroupLetter before = group.Write(sender);
        group.HandKey(sender, others[2..]);
        GroupLetter after = group.Write(sender);
        others[2].GroupRefuse(before, "duplicate");
        foreach (Party reader in others)
            reader.GroupOpen(after);
        const string Kitchen = "00000000-0000-4000-8000-000000000001";
        group.HandKey(sender, others[1..], Kitchen);
        GroupLetter withoutFirst = group.Write(sender, Kitchen);
        others[0].GroupRefuse(withoutFirst, "no_sender_key");
        others[1].GroupOpen(withoutFirst);
        others[2].GroupOpen(withoutFirst);
        others[0].GroupOpen(group.Write(sender));
        group.End();
    }

    [Test]
    public void ANewPhoneHasANewKeyInTheSameGroupAndTheLastFiveAreKept()
    {
        using var group = new Quartet(release, seed);
        List<GroupLetter> late = [];
        // The phones of one person: the group takes them for one device whose key changes.
        Party[] phones = [.. Enumerable.Range(0, 6).Select(i => group.NewPhone(0, i % 2 == 0 ? Side.Ours : Side.Libsignal))];
        foreach (Party phone in phones)
        {
            string key = phone.GroupCreate(Quartet.Garden);
            foreach (Party reader in group.Members[1..])
                reader.GroupProcess(phone, key);
            late.Add(group.Write(phone));
        }
        foreach (Party reader in group.Members[1..])
        {
            reader.GroupRefuse(late[0], "no_sender_key");
            foreach (GroupLetter letter in late.Skip(1))
                reader.GroupOpen(letter);
        }
        group.End();
    }

    [Test]
    public void RefusesAFlippedBitAnywhereInAMessageAndThenOpensTheOriginal()
    {
        using var group = Quartet.InGroup(release, seed);
        foreach (Party sender in group.Members[..2])
        {
            GroupLetter letter = group.Write(sender);
            foreach (Party reader in group.Others(sender))
            {
                for (int at = 0; at < letter.Length; at += 1 + group.Random.Next(6))
                {
                    GroupLetter flipped = letter.Flip(at, group.Random.Next(8));
                    if (at >= letter.Length - GroupLetter.SignatureSize)
                        reader.GroupRefuse(flipped, "bad_signature");
                    else
                        Assert.That(reader.GroupReceive(flipped).ContainsKey("error"), Is.True, $"byte {at} of {letter.Message}");
                }
                reader.GroupOpen(letter);
            }
        }
        group.Round();
        group.End();
    }

    [Test]
    public void RefusesWhatIsOfNobodyOfAnotherOrOfAChainThatNeverCame()
    {
        using var group = Quartet.InGroup(release, seed);
        Party stranger = group.NewPhone(0, (Side)(seed % 2));
        Assert.That(stranger.GroupWriteSomehow(Quartet.Garden)["error"]?.GetValue<string>(), Is.EqualTo("no_sender_key"));
        stranger.GroupCreate(Quartet.Garden);
        GroupLetter strange = group.Write(stranger), genuine = group.Write(group.Members[0]);
        foreach (Party reader in group.Members[1..])
        {
            reader.GroupRefuse(strange, "no_sender_key");
            reader.GroupRefuse(genuine with { From = group.Others(reader)[^1] }, "no_sender_key");
            reader.GroupOpen(genuine);
            reader.GroupRefuse(genuine, "duplicate");
        }
        group.End();
    }

    [Test]
    public void TellsOldAndUnknownVersionsApart()
    {
        using var group = new Quartet(release, seed);
        foreach (Party sender in group.Members[..2])
        {
            string key = group.HandKey(sender, group.Others(sender));
            GroupLetter letter = group.Write(sender);
            foreach (Party reader in group.Others(sender))
            {
                foreach (var (version, code) in new[] { ("23", "old_version"), ("43", "unknown_version") })
                {
                    reader.GroupRefuse(letter with { Message = version + letter.Message[2..] }, code);
                    Assert.That(reader.GroupProcessSomehow(sender, version + key[2..])["error"]?.GetValue<string>(), Is.EqualTo(code));
                }
                Assert.That(reader.GroupProcessSomehow(sender, key[..^2])["error"]?.GetValue<string>(), Is.EqualTo("invalid_message"));
                reader.GroupOpen(letter);
            }
        }
        group.End();
    }

    [Test]
    public void WritesTheSameShapesAsTheLibrary()
    {
        using var group = new Quartet(release, seed);
        string[] keys = [.. group.Members.Select(member => Keyless(MessageShape.Of(member.GroupCreate(Quartet.Garden), trailer: 0)))];
        Assert.That(keys, Is.All.EqualTo("33 1:16 3=0 4:32 5:33"));
        for (int i = 0; i < 130; i++)
        {
            byte[] plaintext = new byte[group.Random.Next(100)];
            string[] shapes = [.. group.Members.Select(member =>
                Keyless(MessageShape.Of(member.GroupWrite(Quartet.Garden, plaintext).Message, GroupLetter.SignatureSize)))];
            Assert.That(shapes, Is.All.EqualTo($"33 1:16 3={i} 4:{plaintext.Length - (plaintext.Length % 16) + 16}"));
        }
        group.End();
    }

    /// <summary>Without the chain's number, which is random, as is the length that its bytes add.</summary>
    private static string Keyless(string shape)
    {
        string[] words = shape.Split(' ');
        Assert.That(words[2], Does.StartWith("2="));
        Assert.That(uint.Parse(words[2].AsSpan(2), System.Globalization.CultureInfo.InvariantCulture), Is.LessThan(1u << 31));
        return string.Join(' ', [words[0], words[1], .. words[3..^2]]);
    }
}
