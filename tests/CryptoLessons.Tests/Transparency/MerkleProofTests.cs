using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>What a proof must not prove: each negative beside the positive from which it differs in one thing.</summary>
[TestFixture]
internal sealed class MerkleProofTests
{
    private const int Largest = 40;

    private static readonly MerkleLog Log = Filled();

    private static MerkleLog Filled()
    {
        var log = new MerkleLog();
        for (int i = 0; i < Largest; i++)
            log.Append(Leaf(i));
        return log;
    }

    private static byte[] Leaf(int i) => [(byte)i, 7];

    private static MerkleProof With(MerkleProof proof, Action<List<TreeHash>> change)
    {
        List<TreeHash> path = [.. proof.Path];
        change(path);
        return new(path);
    }

    private static TreeHash Flip(TreeHash hash, int bit)
    {
        byte[] bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new(bytes);
    }

    [Test]
    public void AnInclusionProofHoldsForItsLeafItsIndexItsSizeAndItsRootAlone()
    {
        for (int size = 1; size <= Largest; size++)
            for (int index = 0; index < size; index++)
            {
                MerkleProof proof = Log.InclusionProof(index, size);
                TreeHash root = Log.RootAt(size);
                Assert.That(proof.Includes(Leaf(index), index, size, root));
                for (int other = -1; other <= Largest + 1; other++)
                {
                    if (other != index)
                        Assert.That(proof.Includes(Leaf(index), other, size, root), Is.False, $"index {other} for {index} of {size}");
                    if (other != index && other >= 0)
                        Assert.That(proof.Includes(Leaf(other), index, size, root), Is.False, $"leaf {other} for {index} of {size}");
                    if (other != size && other is >= 0 and <= Largest)
                        Assert.That(proof.Includes(Leaf(index), index, size, Log.RootAt(other)), Is.False, $"root {other} for {size}");
                }
            }
    }

    [Test]
    public void AnInclusionProofOfAnotherShapeIsNone()
    {
        for (int size = 1; size <= Largest; size++)
            for (int index = 0; index < size; index++)
            {
                MerkleProof proof = Log.InclusionProof(index, size);
                bool Holds(MerkleProof other) => other.Includes(Leaf(index), index, size, Log.RootAt(size));
                Assert.That(Holds(With(proof, path => path.Add(default))), Is.False);
                Assert.That(Holds(With(proof, path => path.Insert(0, default))), Is.False);
                if (proof.Path.Count > 0)
                {
                    Assert.That(Holds(With(proof, path => path.RemoveAt(path.Count - 1))), Is.False);
                    Assert.That(Holds(With(proof, path => path.RemoveAt(0))), Is.False);
                }
                if (proof.Path.Count > 1)
                    Assert.That(Holds(With(proof, path => path.Reverse())), Is.False);
            }
    }

    [Test]
    public void AConsistencyProofHoldsForItsSizesAndRootsAlone()
    {
        for (int newer = 1; newer <= Largest; newer++)
            for (int older = 1; older <= newer; older++)
            {
                MerkleProof proof = Log.ConsistencyProof(older, newer);
                TreeHash olderRoot = Log.RootAt(older), newerRoot = Log.RootAt(newer);
                Assert.That(proof.Extends(older, olderRoot, newer, newerRoot));
                Assert.That(proof.Extends(older, Flip(olderRoot, 3), newer, newerRoot), Is.False);
                Assert.That(proof.Extends(older, olderRoot, newer, Flip(newerRoot, 250)), Is.False);
                Assert.That(With(proof, path => path.Add(default)).Extends(older, olderRoot, newer, newerRoot), Is.False);
                for (int place = 0; place < proof.Path.Count; place++)
                {
                    Assert.That(With(proof, path => path.RemoveAt(place)).Extends(older, olderRoot, newer, newerRoot), Is.False);
                    Assert.That(With(proof, path => path[place] = Flip(path[place], place)).Extends(older, olderRoot, newer, newerRoot), Is.False);
                }
                for (int other = 1; other < newer; other++)
                    if (other != older)
                        Assert.That(proof.Extends(other, Log.RootAt(other), newer, newerRoot), Is.False, $"{other} for {older} to {newer}");
            }
    }

    [Test]
    public void ARewrittenLogIsNoExtension()
    {
        for (int changed = 0; changed < 20; changed++)
        {
            MerkleLog other = new();
            for (int i = 0; i < Largest; i++)
                other.Append(i == changed ? [99] : Leaf(i));
            for (int older = 1; older < Largest; older++)
                Assert.That(
                    other.ConsistencyProof(older, Largest).Extends(older, Log.RootAt(older), Largest, other.Root), Is.EqualTo(changed >= older));
        }
    }

    [Test]
    public void NumbersWithoutSenseProveNothing()
    {
        MerkleProof proof = Log.InclusionProof(3, 7), none = new([]);
        foreach (long number in (long[])[long.MinValue, -1, long.MaxValue])
        {
            Assert.That(proof.Includes(Leaf(3), number, 7, Log.RootAt(7)), Is.False);
            Assert.That(proof.Includes(Leaf(3), 3, number, Log.RootAt(7)), Is.False);
            Assert.That(proof.Extends(number, Log.RootAt(3), 7, Log.RootAt(7)), Is.False);
            Assert.That(proof.Extends(3, Log.RootAt(3), number, Log.RootAt(7)), Is.False);
        }
        Assert.That(none.Extends(0, default, 5, Log.RootAt(5)), Is.False, "the empty log has one root");
        Assert.That(none.Extends(5, Log.RootAt(5), 5, Log.RootAt(6)), Is.False);
        Assert.That(none.Extends(3, Log.RootAt(3), 5, Log.RootAt(5)), Is.False);
        Assert.That(none.Extends(4, Log.RootAt(4), 5, Log.RootAt(4)), Is.False);
    }

    [Test]
    public void ALeafIsNoNode()
    {
        // The two halves of a node as the bytes of a leaf: the first byte of what is hashed tells them apart.
        var two = new MerkleLog();
        two.Append([1]);
        two.Append([2]);
        byte[] node = [.. MerkleLog.LeafHash([1]).ToArray(), .. MerkleLog.LeafHash([2]).ToArray()];
        Assert.That(new MerkleProof([]).Includes(node, 0, 1, two.Root), Is.False);
        Assert.That(MerkleLog.LeafHash(node), Is.Not.EqualTo(two.Root));
    }

    [Test]
    public void OnTheWireItIsTheSame()
    {
        MerkleProof proof = Log.InclusionProof(3, 21);
        Assert.That(MerkleProof.TryParse(proof.Serialize(), out MerkleProof? parsed));
        Assert.That(parsed!.Path, Is.EqualTo(proof.Path));
        Assert.That(proof.Serialize(), Has.Length.EqualTo(3 + 32 * proof.Path.Count));
        Assert.That(Hex.Of(new MerkleProof([]).Serialize()), Is.EqualTo("0a00"));
    }
}
