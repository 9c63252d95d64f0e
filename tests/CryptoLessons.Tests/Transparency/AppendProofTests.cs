using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>The auditors' proof: holds for insertions, and for nothing else that can happen between two trees.</summary>
[TestFixture]
internal sealed class AppendProofTests
{
    private static PrefixEntry Entry(Random random) => new(new(random.NextBytes(32)), new(random.NextBytes(32)));

    private static PrefixEntry[] Entries(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Entry(random))];

    private static AppendProof OverTheWire(AppendProof proof)
    {
        Assert.That(AppendProof.TryParse(proof.Serialize(), out AppendProof? parsed));
        Assert.That(parsed!.Added, Is.EqualTo(proof.Added));
        return parsed;
    }

    [Test]
    public void HoldsForInsertions([Values(0, 1, 2, 3, 50, 300)] int before, [Values(0, 1, 2, 40)] int added)
    {
        Random random = PrintedSeed.NewRandom();
        PrefixEntry[] more = Entries(random, added);
        PrefixTree older = PrefixTree.Empty.Insert(Entries(random, before)), newer = older.Insert(more);
        AppendProof proof = OverTheWire(newer.ProveAppend(older));
        Assert.That(proof.Verify(older.Root, newer.Root));
        Assert.That(proof.Added, Is.EquivalentTo(more));
    }

    [Test]
    public void HoldsForItsTwoRootsAlone()
    {
        Random random = PrintedSeed.NewRandom();
        PrefixTree older = PrefixTree.Empty.Insert(Entries(random, 50));
        PrefixTree newer = older.Insert(Entries(random, 5)), newest = newer.Insert(Entry(random));
        AppendProof proof = newer.ProveAppend(older);
        Assert.That(proof.Verify(older.Root, newer.Root));
        Assert.That(proof.Verify(newer.Root, older.Root), Is.False);
        Assert.That(proof.Verify(older.Root, newest.Root), Is.False, "one leaf was kept back");
        Assert.That(proof.Verify(newer.Root, newest.Root), Is.False);
        Assert.That(proof.Verify(PrefixTree.Empty.Root, newer.Root), Is.False);
    }

    [Test]
    public void NoProofHoldsWhenSomethingElseHappened()
    {
        Random random = PrintedSeed.NewRandom();
        for (int round = 0; round < 200; round++)
        {
            PrefixEntry[] entries = Entries(random, random.Next(1, 40)), more = Entries(random, random.Next(0, 4));
            PrefixTree older = PrefixTree.Empty.Insert(entries);
            int which = random.Next(entries.Length);
            PrefixTree removed = PrefixTree.Empty.Insert([.. entries[..which], .. entries[(which + 1)..], .. more]);
            PrefixTree replaced = older.Insert(more).Replace(entries[which].Label, new(random.NextBytes(32)));
            PrefixTree grown = older.Insert(more);
            foreach (PrefixTree newer in (PrefixTree[])[removed, replaced])
                foreach (PrefixTree claimed in (PrefixTree[])[newer, grown])
                    foreach (PrefixTree since in (PrefixTree[])[older, PrefixTree.Empty, newer])
                        Assert.That(claimed.ProveAppend(since).Verify(older.Root, newer.Root), Is.False);
            Assert.That(grown.ProveAppend(older).Verify(older.Root, grown.Root));
        }
    }

    [Test]
    public void AnOldLeafWithAnotherValueIsNoNewLeaf()
    {
        // By hand: the pruned older tree is the leaf, and the same label comes once more among the new ones.
        Random random = PrintedSeed.NewRandom();
        PrefixEntry entry = Entry(random), swapped = entry with { Value = new(random.NextBytes(32)) };
        PrefixTree older = PrefixTree.Empty.Insert(entry), newer = PrefixTree.Empty.Insert(swapped);
        var forged = new AppendProof([swapped], new PrefixLeaf(entry));
        Assert.That(forged.Verify(older.Root, newer.Root), Is.False);
        var hidden = new AppendProof([swapped], new PrefixStub(older.Root));
        Assert.That(hidden.Verify(older.Root, newer.Root), Is.False, "what is not shown cannot be grown");
    }

    [Test]
    public void NewLeavesOutOfOrderOrTwiceAreRefused()
    {
        Random random = PrintedSeed.NewRandom();
        PrefixTree tree = PrefixTree.Empty.Insert(Entries(random, 2));
        PrefixEntry[] entries = [.. tree.Entries];
        byte[] Wire(params PrefixEntry[] added) => new AppendProof(added, null).Serialize();
        Assert.That(AppendProof.TryParse(Wire(entries[0], entries[1]), out AppendProof? proof));
        Assert.That(proof!.Verify(PrefixTree.Empty.Root, tree.Root));
        Assert.That(AppendProof.TryParse(Wire(entries[1], entries[0]), out _), Is.False);
        Assert.That(AppendProof.TryParse(Wire(entries[0], entries[0]), out _), Is.False);
    }

    [Test]
    public void ALeafInAWrongPlaceIsRefused()
    {
        // Two labels that differ in their first bit alone, the leaf of one below the other's side: no level would ever part them.
        byte[] bits = new byte[32];
        var left = new TreeHash(bits);
        bits[0] = 0x80;
        var right = new TreeHash(bits);
        var misplaced = new PrefixBranch(new PrefixLeaf(new(right, right)), null);
        AppendProof proof = OverTheWire(new([new(left, left)], misplaced));
        Assert.That(proof.Verify(misplaced.Hash, misplaced.Hash), Is.False);
    }

    [Test]
    public void BranchesWithoutEndAreRefused()
    {
        byte[] endless = [.. Hex.Repeat(3, 300), .. Hex.Repeat(0, 301)];
        byte[] Wire(byte[] tree) => new CryptoLessons.Protocol.Wire.WireWriter().Bytes(1).Bytes(2, tree).ToArray();
        Assert.That(AppendProof.TryParse(Wire(endless), out _), Is.False);
        Assert.That(AppendProof.TryParse(Wire([.. Hex.Repeat(3, 256), .. Hex.Repeat(0, 257)]), out _), "as deep as labels are long");
        Assert.That(AppendProof.TryParse(Wire([0, 0]), out _), Is.False, "bytes behind the tree");
        Assert.That(AppendProof.TryParse(Wire([]), out _), Is.False);
    }

    [Test]
    public void ItsSizeFollowsTheChangesAndNotTheTree()
    {
        var random = new Random(1);
        PrefixTree small = PrefixTree.Empty.Insert(Entries(random, 100)), large = PrefixTree.Empty.Insert(Entries(random, 20_000));
        PrefixEntry[] more = Entries(random, 5);
        int ofSmall = small.Insert(more).ProveAppend(small).Serialize().Length, ofLarge = large.Insert(more).ProveAppend(large).Serialize().Length;
        Assert.That(ofLarge, Is.LessThan(4 * ofSmall));
    }
}
