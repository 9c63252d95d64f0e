using System.Security.Cryptography;
using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>The prefix tree against its definition in text, bit by bit; and what a proof of it must not prove.</summary>
[TestFixture]
internal sealed class PrefixTreeTests
{
    private static readonly TreeHash A = Label("00"), B = Label("80"), C = Label("81"), LastBit = Label("", 1), NextToLastBit = Label("", 2);

    /// <summary>A label of these first bytes, zeros, and a last byte.</summary>
    private static TreeHash Label(string first, byte last = 0)
    {
        byte[] bytes = new byte[32];
        Hex.Bytes(first).CopyTo(bytes, 0);
        bytes[31] |= last;
        return new(bytes);
    }

    private static PrefixEntry[] RandomEntries(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new PrefixEntry(new(random.NextBytes(32)), new(random.NextBytes(32))))];

    /// <summary>The root from the definition: strings of zeros and ones, sorted into those that go left and those that go right.</summary>
    private static byte[] DefinedRoot(IReadOnlyList<(string Bits, PrefixEntry Entry)> leaves, int depth = 0) => leaves switch
    {
        [] => new byte[32],
        [var (_, entry)] => SHA256.HashData([0x02, .. entry.Label.ToArray(), .. entry.Value.ToArray()]),
        _ => SHA256.HashData([
            0x03,
            .. DefinedRoot([.. leaves.Where(leaf => leaf.Bits[depth] == '0')], depth + 1),
            .. DefinedRoot([.. leaves.Where(leaf => leaf.Bits[depth] == '1')], depth + 1)]),
    };

    private static byte[] DefinedRoot(IEnumerable<PrefixEntry> entries) => DefinedRoot(
        [.. entries.Select(entry => (string.Concat(entry.Label.ToArray().Select(b => b.ToString("b8"))), entry))]);

    [Test]
    public void TheRootIsThatOfTheDefinition()
    {
        Random random = PrintedSeed.NewRandom();
        PrefixTree tree = PrefixTree.Empty;
        List<PrefixEntry> entries = [];
        foreach (int count in (int[])[0, 1, 1, 2, 5, 20, 100])
        {
            PrefixEntry[] added = RandomEntries(random, count);
            entries.AddRange(added);
            tree = tree.Insert(added);
            Assert.That(tree.Root.ToArray(), Is.EqualTo(DefinedRoot(entries)));
            Assert.That(tree.Count, Is.EqualTo(entries.Count));
        }
    }

    [Test]
    public void LabelsThatDifferInTheLastBitsAloneStandAtTheBottom()
    {
        PrefixEntry[] entries = [new(A, A), new(LastBit, B), new(NextToLastBit, C), new(C, C)];
        PrefixTree tree = PrefixTree.Empty.Insert(entries);
        Assert.That(tree.Root.ToArray(), Is.EqualTo(DefinedRoot(entries)));
        Assert.That(tree.Prove(LastBit).Siblings, Has.Count.EqualTo(256));
        Assert.That(tree.Prove(LastBit).TryVerify(tree.Root, LastBit, out TreeHash? value));
        Assert.That(value, Is.EqualTo(B));
        Assert.That(tree.Prove(Label("", 3)).TryVerify(tree.Root, Label("", 3), out value));
        Assert.That(value, Is.Null);
        Assert.That(tree.ProveAppend(PrefixTree.Empty.Insert(entries[0])).Verify(PrefixTree.Empty.Insert(entries[0]).Root, tree.Root));
    }

    [Test]
    public void TheOrderOfInsertionsDoesNotMatter()
    {
        Random random = PrintedSeed.NewRandom();
        PrefixEntry[] entries = RandomEntries(random, 200);
        PrefixTree atOnce = PrefixTree.Empty.Insert(entries);
        random.Shuffle(entries);
        PrefixTree oneByOne = entries.Aggregate(PrefixTree.Empty, (tree, entry) => tree.Insert(entry));
        PrefixTree inTwo = PrefixTree.Empty.Insert(entries[..77]).Insert(entries[77..]);
        Assert.That((oneByOne.Root, inTwo.Root), Is.EqualTo((atOnce.Root, atOnce.Root)));
        Assert.That(atOnce.Entries, Is.EqualTo(entries.OrderBy(entry => entry.Label.ToString(), StringComparer.Ordinal)));
    }

    [Test]
    public void AnInsertionLeavesTheOlderTreeAsItWas()
    {
        PrefixEntry[] entries = RandomEntries(PrintedSeed.NewRandom(), 50);
        PrefixTree older = PrefixTree.Empty.Insert(entries[..40]);
        TreeHash root = older.Root;
        PrefixTree newer = older.Insert(entries[40..]);
        Assert.That((older.Root, older.Count, older.Find(entries[45].Label)), Is.EqualTo((root, 40, (TreeHash?)null)));
        Assert.That((newer.Root == root, newer.Find(entries[45].Label), newer.Find(entries[5].Label)),
            Is.EqualTo((false, (TreeHash?)entries[45].Value, (TreeHash?)entries[5].Value)));
    }

    [Test]
    public void EveryLabelThatIsThereAndEveryOtherIsProven()
    {
        Random random = PrintedSeed.NewRandom();
        PrefixEntry[] entries = RandomEntries(random, 300), others = RandomEntries(random, 300);
        PrefixTree tree = PrefixTree.Empty.Insert(entries);
        foreach (PrefixEntry entry in entries)
        {
            Assert.That(tree.Prove(entry.Label).TryVerify(tree.Root, entry.Label, out TreeHash? value));
            Assert.That(value, Is.EqualTo(entry.Value));
        }
        foreach (PrefixEntry other in others)
        {
            Assert.That(tree.Prove(other.Label).TryVerify(tree.Root, other.Label, out TreeHash? value));
            Assert.That(value, Is.Null);
        }
        Assert.That(PrefixTree.Empty.Prove(A).TryVerify(PrefixTree.Empty.Root, A, out TreeHash? nothing));
        Assert.That(nothing, Is.Null);
    }

    [Test]
    public void NoProofSaysTwoThingsOfOneLabel()
    {
        // Every proof that the tree can give is tried on every label: the answer is the tree's, or none.
        Random random = PrintedSeed.NewRandom();
        PrefixEntry[] entries = RandomEntries(random, 60), others = RandomEntries(random, 60);
        PrefixTree tree = PrefixTree.Empty.Insert(entries);
        TreeHash[] labels = [.. entries.Concat(others).Select(entry => entry.Label)];
        int foreign = 0;
        foreach (TreeHash asked in labels)
            foreach (TreeHash label in labels)
                if (tree.Prove(asked).TryVerify(tree.Root, label, out TreeHash? value))
                {
                    Assert.That(value, Is.EqualTo(tree.Find(label)));
                    foreign += asked == label ? 0 : 1;
                }
        Assert.That(foreign, Is.GreaterThan(0), "an absent label's proof may serve its neighbour as well");
    }

    [Test]
    public void AProofThatWasChangedProvesNothing()
    {
        Random random = PrintedSeed.NewRandom();
        PrefixEntry[] entries = RandomEntries(random, 100);
        PrefixTree tree = PrefixTree.Empty.Insert(entries);
        PrefixEntry entry = entries[0];
        PrefixProof proof = tree.Prove(entry.Label);
        bool Holds(PrefixProof changed) => changed.TryVerify(tree.Root, entry.Label, out _);
        Assert.That(Holds(proof));
        Assert.That(Holds(proof with { Leaf = null }), Is.False, "absence of what is there");
        Assert.That(Holds(proof with { Leaf = entry with { Value = A } }), Is.False);
        Assert.That(Holds(proof with { Leaf = entries[1] }), Is.False);
        Assert.That(Holds(proof with { Siblings = [.. proof.Siblings.SkipLast(1)] }), Is.False);
        Assert.That(Holds(proof with { Siblings = [.. proof.Siblings.Skip(1)] }), Is.False);
        Assert.That(Holds(proof with { Siblings = [.. proof.Siblings, default] }), Is.False);
        Assert.That(Holds(proof with { Siblings = [.. Enumerable.Repeat(A, 257)] }), Is.False);
        Assert.That(proof.TryVerify(PrefixTree.Empty.Insert(entries[1..]).Root, entry.Label, out _), Is.False, "the root without it");
        for (int level = 0; level < proof.Siblings.Count; level++)
        {
            TreeHash[] siblings = [.. proof.Siblings];
            siblings[level] = TreeHash.Of(siblings[level].ToArray());
            Assert.That(Holds(proof with { Siblings = siblings }), Is.False, $"level {level}");
        }
    }

    [Test]
    public void ALeafBesideTheWayProvesNoAbsence()
    {
        // B's branch ends in a leaf whose label does not begin as the way to it does: an honest tree has no such place.
        TreeHash misplaced = TreeHash.Of(3, TreeHash.Of(2, B, B), default);
        var proof = new PrefixProof([default], new(B, B));
        Assert.That(proof.TryVerify(misplaced, A, out _), Is.False);
        TreeHash wellPlaced = TreeHash.Of(3, TreeHash.Of(2, LastBit, B), default);
        Assert.That(new PrefixProof([default], new(LastBit, B)).TryVerify(wellPlaced, A, out TreeHash? value));
        Assert.That(value, Is.Null, "and this is what the check must not refuse");
    }

    [Test]
    public void AReplacedValueIsFoundAndChangesTheRoot()
    {
        PrefixEntry[] entries = RandomEntries(PrintedSeed.NewRandom(), 30);
        PrefixTree tree = PrefixTree.Empty.Insert(entries), replaced = tree.Replace(entries[7].Label, A);
        Assert.That((replaced.Find(entries[7].Label), replaced.Count), Is.EqualTo(((TreeHash?)A, 30)));
        Assert.That(replaced.Root.ToArray(), Is.EqualTo(DefinedRoot(entries.Select((entry, i) => i == 7 ? entry with { Value = A } : entry))));
        Assert.That(replaced.Replace(entries[7].Label, entries[7].Value).Root, Is.EqualTo(tree.Root));
        Assert.That(() => tree.Replace(A, A), Throws.ArgumentException);
    }

    [Test]
    public void ALabelIsInsertedOnce()
    {
        PrefixTree tree = PrefixTree.Empty.Insert([new(A, A), new(B, B)]);
        Assert.That(() => tree.Insert(new PrefixEntry(A, B)), Throws.ArgumentException);
        Assert.That(() => tree.Insert([new(C, C), new(A, A)]), Throws.ArgumentException);
        Assert.That(() => tree.Insert([new(C, C), new(C, A)]), Throws.ArgumentException);
        Assert.That(tree.Insert([]).Root, Is.EqualTo(tree.Root));
    }

    [Test]
    public void AProofGrowsWithTheLogarithmOfTheTree()
    {
        PrefixEntry[] entries = RandomEntries(new Random(1), 20_000);
        PrefixTree tree = PrefixTree.Empty.Insert(entries);
        double average = entries.Take(1000).Average(entry => tree.Prove(entry.Label).Siblings.Count);
        Assert.That(average, Is.InRange(14, 17), "the logarithm is 14.3");
    }

    [Test]
    public void OnTheWireItIsTheSame()
    {
        PrefixEntry[] entries = RandomEntries(PrintedSeed.NewRandom(), 100);
        PrefixTree tree = PrefixTree.Empty.Insert(entries[1..]);
        foreach (PrefixProof proof in (PrefixProof[])[tree.Prove(entries[1].Label), tree.Prove(entries[0].Label), PrefixTree.Empty.Prove(A)])
        {
            Assert.That(PrefixProof.TryParse(proof.Serialize(), out PrefixProof? parsed));
            Assert.That((parsed!.Leaf, parsed.Siblings), Is.EqualTo((proof.Leaf, proof.Siblings)));
        }
        Assert.That(Hex.Of(PrefixTree.Empty.Prove(A).Serialize()), Is.EqualTo("0a00"));
    }
}
