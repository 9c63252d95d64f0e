using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>The log against the vectors that Certificate Transparency's implementations share, and against the RFC written straight down.</summary>
[TestFixture]
internal sealed class MerkleLogTests
{
    private const int Largest = 70;

    // Hashes of those trees, by the leaves that they stand for.
    private const string Leaf1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private const string Leaf4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private const string Node0123 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
    private const string Node23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private const string Node45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private const string Node4567 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private const string Node67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";

    private static readonly byte[][] VectorLeaves =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(Hex.Bytes)];

    private static readonly string[] VectorRoots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, Largest).Select(i => Hex.Count((byte)i, i % 5))];

    private static MerkleLog Log(IEnumerable<byte[]> leaves)
    {
        var log = new MerkleLog();
        foreach (byte[] leaf in leaves)
            log.Append(leaf);
        return log;
    }

    [Test]
    public void TheRootsAreThoseOfTheVectors()
    {
        MerkleLog log = Log(VectorLeaves);
        Assert.That(Enumerable.Range(0, 9).Select(size => log.RootAt(size).ToString()), Is.EqualTo(VectorRoots));
        Assert.That(Enumerable.Range(0, 9).Select(size => Hex.Of(RecursiveMerkleTree.Root(VectorLeaves[..size]))), Is.EqualTo(VectorRoots));
        Assert.That((log.Size, log.Root.ToString(), MerkleLog.EmptyRoot.ToString()), Is.EqualTo((8, VectorRoots[8], VectorRoots[0])));
    }

    [TestCase(0, Leaf1, Node23, Node4567)]
    [TestCase(5, Leaf4, Node67, Node0123)]
    public void AnInclusionProofIsThatOfTheVectors(int index, params string[] path) =>
        Assert.That(Log(VectorLeaves).InclusionProof(index, 8).Path.Select(hash => hash.ToString()), Is.EqualTo(path));

    [TestCase(2, 8, Node23, Node4567)]
    [TestCase(2, 5, Node23, Leaf4)]
    [TestCase(6, 8, Node45, Node67, Node0123)]
    public void AConsistencyProofIsThatOfTheVectors(int older, int newer, params string[] path) =>
        Assert.That(Log(VectorLeaves).ConsistencyProof(older, newer).Path.Select(hash => hash.ToString()), Is.EqualTo(path));

    [Test]
    public void EveryRootAndEveryProofIsTheOneOfTheDefinition()
    {
        MerkleLog log = Log(Leaves);
        for (int size = 0; size <= Largest; size++)
        {
            byte[][] leaves = Leaves[..size];
            TreeHash root = log.RootAt(size);
            Assert.That(root.ToArray(), Is.EqualTo(RecursiveMerkleTree.Root(leaves)));
            for (int index = 0; index < size; index++)
            {
                MerkleProof proof = log.InclusionProof(index, size);
                Assert.That(proof.Path.Select(hash => hash.ToArray()), Is.EqualTo(RecursiveMerkleTree.Path(index, leaves)));
                Assert.That(proof.Includes(leaves[index], index, size, root), $"{index} of {size}");
            }
            for (int older = 1; older <= size; older++)
            {
                MerkleProof proof = log.ConsistencyProof(older, size);
                Assert.That(proof.Path.Select(hash => hash.ToArray()), Is.EqualTo(RecursiveMerkleTree.Proof(older, leaves)));
                Assert.That(proof.Extends(older, log.RootAt(older), size, root), $"{older} to {size}");
            }
            Assert.That(log.ConsistencyProof(0, size).Extends(0, MerkleLog.EmptyRoot, size, root));
        }
    }

    [Test]
    public void AProofGrowsWithTheLogarithmOfTheLog()
    {
        MerkleLog log = Log(Enumerable.Range(0, 100_000).Select(BitConverter.GetBytes));
        Assert.That(log.InclusionProof(77_777, 100_000).Path, Has.Count.LessThanOrEqualTo(17));
        Assert.That(log.ConsistencyProof(33_333, 100_000).Path, Has.Count.LessThanOrEqualTo(18));
    }

    [Test]
    public void ACopyHasTheBeginningAndGoesItsOwnWay()
    {
        MerkleLog log = Log(Leaves), copy = log.Copy(33);
        Assert.That((copy.Size, copy.Root), Is.EqualTo((33, log.RootAt(33))));
        copy.Append(Leaves[33]);
        Assert.That(copy.Root, Is.EqualTo(log.RootAt(34)));
        copy.Append([99]);
        Assert.That((copy.Root == log.RootAt(35), log.Size), Is.EqualTo((false, Largest)));
    }

    [Test]
    public void SizesThatTheLogNeverHadAreMisuse()
    {
        MerkleLog log = Log(VectorLeaves);
        Assert.That(() => log.RootAt(9), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => log.RootAt(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => log.InclusionProof(8, 8), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => log.InclusionProof(0, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => log.ConsistencyProof(5, 4), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => log.Copy(9), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}
