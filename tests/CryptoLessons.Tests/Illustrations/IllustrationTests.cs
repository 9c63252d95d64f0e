using CryptoLessons.Differences;
using CryptoLessons.Illustrations;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Illustrations;

/// <summary>Every byte is explained once, what is explained is what was played, and where it is not, there is no illustration.</summary>
internal sealed class IllustrationTests
{
    private static IEnumerable<Profile> Profiles => Profile.All;

    private static IEnumerable<TestCaseData> Messages =>
        Profile.All.SelectMany(profile => (string[])["first", "reply", "escrowed"], (profile, id) => new TestCaseData(profile, id));

    [TestCaseSource(nameof(Profiles))]
    public void TheAnnotationsTileEveryPlate(Profile profile)
    {
        foreach (Plate plate in Illustrated.Of(profile).Plates)
        {
            int end = 0;
            foreach (Annotation annotation in plate.Annotations)
            {
                Assert.That(annotation.Start, Is.EqualTo(end), $"{plate.Id}, {annotation.Value.Name}");
                Assert.That(annotation.Value.Bytes.Length, Is.Positive, annotation.Value.Name);
                Assert.That(plate.Bytes[annotation.Start..annotation.End].ToArray(), Is.EqualTo(annotation.Value.Bytes.ToArray()),
                    annotation.Value.Name);
                end = annotation.End;
            }
            Assert.That(end, Is.EqualTo(plate.Bytes.Length), plate.Id);
        }
    }

    [TestCaseSource(nameof(Messages))]
    public void AStrangerWithoutKeysFindsTheSameFields(Profile profile, string id)
    {
        Plate plate = Illustrated.Plate(profile, id);
        CiphertextType type = id == "first" ? CiphertextType.PreKey : CiphertextType.Plain;
        IReadOnlyList<WireRange> anatomy = WireAnatomy.Of(new CiphertextMessage(type, plate.Bytes));
        Dictionary<int, Value> at = plate.Annotations.ToDictionary(annotation => annotation.Start, annotation => annotation.Value);
        Assert.That(anatomy.Select(range => range.Start), Is.SubsetOf(at.Keys));
        foreach (WireRange range in anatomy.Where(range => range.Name.Contains("field ", StringComparison.Ordinal) && range.Value.Length > 0))
        {
            string field = range.Name[range.Name.IndexOf("field ", StringComparison.Ordinal)..].Split(',')[0];
            Assert.That(at[range.Start].Name, Does.StartWith($"{field},").And.Contains(range.Value.Split(' ')[0]));
        }
    }

    [TestCaseSource(nameof(Profiles))]
    public void EveryValueSaysWhatItIsAndWhereThatStands(Profile profile)
    {
        foreach (Value value in Illustrated.Values(profile))
        {
            Assert.That(value.Name, Is.Not.Empty);
            Assert.That(value.Meaning, Does.EndWith("."), value.Name);
            Assert.That(value.Source, Has.Length.GreaterThan(5), value.Name);
            Assert.That(value.Program.Split('\n'), Has.Length.InRange(1, 7), value.Name);
        }
    }

    [TestCaseSource(nameof(Profiles))]
    public void WhatAValueIsMadeOfIsExplainedBeforeOrBesideIt(Profile profile)
    {
        var explained = new HashSet<Value>();
        foreach (Plate plate in Illustrated.Of(profile).Plates)
        {
            Value[] here = [.. plate.Behind, .. plate.Annotations.Select(annotation => annotation.Value)];
            explained.UnionWith(here);
            IEnumerable<Value> inputs = here.SelectMany(value => value.Inputs).Select(input => input.Value);
            Assert.That(inputs.Where(input => input.Expression.Length > 0).Distinct(), Is.SubsetOf(explained), plate.Id);
            Assert.That(plate.Behind, Is.Unique);
        }
    }

    [TestCaseSource(nameof(Profiles))]
    public void NothingButTheFieldAndTheMacChangesUnderEscrow(Profile profile)
    {
        Value[] reply = [.. Parts("reply")], escrowed = [.. Parts("escrowed")];
        Assert.That(escrowed[..^5].Select(value => value.ToString()), Is.EqualTo(reply[..^1].Select(value => value.ToString())));
        Assert.That(escrowed[^5..].Select(value => value.Kind), Is.EqualTo((ValueKind[])
            [ValueKind.Frame, ValueKind.Access, ValueKind.Access, ValueKind.Access, ValueKind.Proof]));
        Assert.That(escrowed[^1].Hex, Is.Not.EqualTo(reply[^1].Hex));

        IEnumerable<Value> Parts(string id) => Illustrated.Plate(profile, id).Annotations.Select(annotation => annotation.Value);
    }

    [TestCaseSource(nameof(Profiles))]
    public void ASecretNeverStandsInWhatIsSent(Profile profile) =>
        Assert.That(Illustrated.Of(profile).Plates.Where(plate => plate.Id is "bundle" or "first" or "reply" or "escrowed")
            .SelectMany(plate => plate.Annotations).Select(annotation => annotation.Value.Kind), Has.None.EqualTo(ValueKind.Secret));

    [Test]
    public void AnEncoderThatWritesSomethingElseMakesNoPlate()
    {
        AnnotatingWriter encoder = new AnnotatingWriter().Raw(Frames.KeyType);
        Assert.That(() => new Plate("x", "x", "x", encoder, new byte[] { 5 }), Throws.Nothing);
        Assert.That(() => new Plate("x", "x", "x", encoder, new byte[] { 4 }), Throws.InvalidOperationException.With.Message.Contains("from byte 0"));
        Assert.That(
            () => new Plate("x", "x", "x", encoder, new byte[] { 5, 5 }), Throws.InvalidOperationException.With.Message.Contains("from byte 1"));
    }

    [Test]
    public void AValueThatNoFunctionGaveIsNotShown()
    {
        var log = new CallLog();
        log.Gave("KDF_CK", new MessageSeed(new byte[32]));
        Value value = new Description(ValueKind.Secret, "seed", "", "").By(() => new byte[32]);
        Assert.That(log.Check("KDF_CK", value), Is.SameAs(value));
        Assert.That(() => log.Check("KDF_RK", value), Throws.InvalidOperationException.With.Message.Contains("KDF_RK"));
        Assert.That(
            () => log.Drawn(new(ValueKind.Secret, "key", "", ""), 32, _ => true), Throws.InvalidOperationException.With.Message.Contains("key"));
    }

    [Test]
    public void ALoggedStreamIsTheSeedsOwn()
    {
        byte[] logged = new byte[50], own = new byte[50];
        new LoggedRandom(new(), "Bob", "sealing").Fill(logged);
        new SeededRandom(Illustration.Seed).Child("Bob").Child("sealing").Fill(own);
        Assert.That(logged, Is.EqualTo(own));
    }

    [Test]
    public void ALambdaThatTakesAnotherNumberOfValuesIsRefused()
    {
        Value one = Frames.KeyType;
        Func<byte[], byte[]> elsewhere = bytes => bytes;
        Assert.That(() => new Description(ValueKind.Frame, "x", "", "").By(one, elsewhere), Throws.ArgumentException);
    }
}
