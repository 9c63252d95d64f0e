using CryptoLessons.Protocol.Transparency;
using CryptoLessons.Tests.Protocol;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CryptoLessons.Tests.Transparency;

/// <summary>Any bytes are parsed or refused, what is accepted has one encoding, and what was changed is not believed.</summary>
[TestFixture]
internal sealed class HostileTransparencyTests
{
    private delegate bool Parser<T>(ReadOnlySpan<byte> bytes, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
        where T : class;

    private static readonly DirectoryScene Scene = ThreeEpochs();

    /// <summary>Fields whose numbers and lengths are mostly those of the formats.</summary>
    private static Gen<byte[]> Messages =>
        from count in Gen.Choose(0, 5)
        from fields in OneField.ArrayOf(count)
        from rest in SeededCheck.Bytes(6)
        select (byte[])[.. fields.SelectMany(part => part), .. rest.Length % 2 == 0 ? [] : rest];

    private static Gen<byte[]> OneField =>
        from number in Gen.Choose(1, 5)
        from length in Gen.Elements([0, 0, 32, 32, 64, 64, 33, 96])
        from bytes in Gen.Frequency((4, SeededCheck.Byte.ArrayOf(length)), (1, SeededCheck.Bytes(80)))
        from value in SeededCheck.Number
        from writesBytes in Gen.Frequency((6, Gen.Constant(true)), (1, Gen.Constant(false)))
        select writesBytes ? SignalMessageParts.Encode(number, bytes) : SignalMessageParts.Encode(number, value);

    private static DirectoryScene ThreeEpochs()
    {
        var scene = new DirectoryScene();
        scene.Directory.Publish("Alice", DirectoryScene.Keys("Alice 2"));
        scene.NextEpoch();
        scene.Directory.Publish("Erin", DirectoryScene.Keys("Erin"));
        scene.NextEpoch();
        return scene;
    }

    private static byte[] Answer => Scene.Directory.LookUp("Alice", 0).Serialize();

    private static byte[] Append => Scene.Directory.Step(2).Append.Serialize();

    [Test]
    public void AnyBytesAreParsedToWhatStandsThereOrNotAtAll()
    {
        int accepted = 0;
        SeededCheck.ForAll(5_000, Messages, bytes =>
        {
            accepted += Accepts<SignedRoot>(SignedRoot.TryParse, bytes, value => value.Serialize())
                + Accepts<MerkleProof>(MerkleProof.TryParse, bytes, value => value.Serialize())
                + Accepts<PrefixProof>(PrefixProof.TryParse, bytes, value => value.Serialize())
                + Accepts<AppendProof>(AppendProof.TryParse, bytes, value => value.Serialize())
                + Accepts<DeviceKeys>(DeviceKeys.TryParse, bytes, value => value.Serialize())
                + Accepts<EpochRoot>(EpochRoot.TryParse, bytes, value => value.Serialize())
                + Accepts<DirectoryAnswer>(DirectoryAnswer.TryParse, bytes, value => value.Serialize());
            if (PrefixProof.TryParse(bytes, out PrefixProof? proof))
                Assert.That(proof.TryVerify(Scene.Directory.Epochs.Tree.Root, DirectoryLabel.Of("Alice", 1), out _), Is.False);
            if (MerkleProof.TryParse(bytes, out MerkleProof? path) && path.Path.Count > 0)
                Assert.That(path.Includes([1], 3, 9, default) || path.Extends(3, default, 9, default), Is.False);
        });
        Assert.That(accepted, Is.GreaterThan(100));
    }

    [Test]
    public void AFlippedBitInAnyByteOfAnAnswerIsSeen()
    {
        Random random = PrintedSeed.NewRandom();
        byte[] answer = Answer;
        Assert.That(IsBelieved(answer));
        int parsed = 0;
        for (int at = 0; at < answer.Length; at++)
        {
            byte[] flipped = [.. answer];
            flipped[at] ^= (byte)(1 << random.Next(8));
            parsed += DirectoryAnswer.TryParse(flipped, out _) ? 1 : 0;
            Assert.That(IsBelieved(flipped), Is.False, $"byte {at}");
        }
        Assert.That(parsed, Is.GreaterThan(answer.Length / 2), "most flips leave an answer, with a proof that does not hold");
    }

    [Test]
    public void AnAnswerThatWasCutShortIsSeen()
    {
        byte[] answer = Answer;
        for (int length = 0; length < answer.Length; length++)
            Assert.That(IsBelieved(answer[..length]), Is.False, $"{length} of {answer.Length}");
    }

    [Test]
    public void AMutatedAnswerIsSeen()
    {
        Random random = PrintedSeed.NewRandom();
        byte[][] others = [Answer, Append, Scene.Directory.LookUp("Bob", 2).Serialize(), Scene.Directory.LookUp("nobody", 1).Serialize()];
        for (int i = 0; i < 2_000; i++)
            if (random.Mutate(Answer, others) is var mutated && !mutated.AsSpan().SequenceEqual(Answer))
                Assert.That(IsBelieved(mutated), Is.False, Convert.ToHexString(mutated));
    }

    [Test]
    public void AMutatedAppendProofIsSeen()
    {
        Random random = PrintedSeed.NewRandom();
        TreeHash older = Scene.Directory.Step(1).Epoch.Tree, newer = Scene.Directory.Step(2).Epoch.Tree;
        byte[] genuine = Append;
        byte[][] others = [genuine, Answer, Scene.Directory.Step(3).Append.Serialize()];
        bool Holds(byte[] bytes) => AppendProof.TryParse(bytes, out AppendProof? proof) && proof.Verify(older, newer);
        Assert.That(Holds(genuine));
        for (int bit = 0; bit < 8 * genuine.Length; bit++)
        {
            byte[] flipped = [.. genuine];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(Holds(flipped), Is.False, $"bit {bit}");
        }
        for (int i = 0; i < 3_000; i++)
            if (random.Mutate(genuine, others) is var mutated && !mutated.AsSpan().SequenceEqual(genuine))
                Assert.That(Holds(mutated), Is.False, Convert.ToHexString(mutated));
    }

    private static bool IsBelieved(byte[] bytes) =>
        DirectoryAnswer.TryParse(bytes, out DirectoryAnswer? answer) && Scene.Client().Check("Alice", answer, out _) == Finding.Fine;

    private static int Accepts<T>(Parser<T> parse, byte[] bytes, Func<T, byte[]> serialize)
        where T : class
    {
        if (!parse(bytes, out T? value))
            return 0;
        Assert.That(serialize(value).AsSpan().SequenceEqual(bytes));
        return 1;
    }
}
