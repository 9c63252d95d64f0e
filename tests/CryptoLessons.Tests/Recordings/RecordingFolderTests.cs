using CryptoLessons.Recordings;
using NUnit.Framework;

namespace CryptoLessons.Tests.Recordings;

/// <summary>Parts in a folder: written whole, found in their order, and told when one of them is none.</summary>
public class RecordingFolderTests : RecordingFixture
{
    [Test]
    public void ALongChatBecomesPartsOfWhichEachIsComplete()
    {
        Captured captured = Of();
        RecordingFolder recordings = Write(captured);
        Assert.That(recordings.Parts, Has.Count.GreaterThan(20));
        Assert.That(recordings.Parts.Sum(part => part.Envelopes), Is.EqualTo(captured.Envelopes.Count));
        Assert.That(recordings.Parts.Select(part => part.Number), Is.EqualTo(Enumerable.Range(1, recordings.Parts.Count)));
        Assert.That(recordings.Parts.Select(part => part.Name), Is.Ordered.And.Contain("part-000001.recording"));
    }

    [Test]
    public void ARecordingInWhichNothingWasSaidHasOnePart() => Assert.That(Write(Of(), envelopes: 0).Parts.Single().Envelopes, Is.Zero);

    [Test]
    public void APartThatWasNotCompletedIsNotThere()
    {
        Captured captured = Of();
        using (var writer = new RecordingWriter(In("recordings"), captured.Head))
            writer.Write(captured.Envelopes[0]);
        Assert.That(Directory.EnumerateFileSystemEntries(In("recordings")), Is.Empty);
    }

    [Test]
    public void AFolderThatHoldsSomethingIsNotWrittenInto()
    {
        Write(Of(), 2);
        Assert.That(() => new RecordingWriter(In("recordings"), Of().Head), Throws.InstanceOf<IOException>().With.Message.Contains("is not empty"));
    }

    [Test]
    public void TheDigestKnowsNamesContentsAndNumber()
    {
        string digest = Write(Of(), 8).Digest;
        Assert.That(Open().Digest, Is.EqualTo(digest));
        File.Copy(In("recordings/part-000002.recording"), In("recordings/part-000009.recording"));
        string more = Open().Digest;
        File.Delete(In("recordings/part-000001.recording"));
        Assert.That(((string[])[digest, more, Open().Digest]).Distinct().Count(), Is.EqualTo(3));
    }

    [TestCase("", "is no recording")]
    [TestCase("notes about tomatoes, longer than any beginning", "is no recording")]
    [TestCase("CLW", "is no recording")]
    [TestCase("CLW\u0001 and then nothing of the kind that should be there, for a while", "has no end mark")]
    public void AForeignFileIsToldByItsName(string content, string says)
    {
        Write(Of(), 4);
        File.WriteAllText(In("recordings/notes.txt"), content);
        Refuses("notes.txt", says);
    }

    [Test]
    public void AHalfWrittenPartIsToldByItsName()
    {
        Write(Of(), 4);
        using (FileStream part = File.OpenWrite(In("recordings/part-000002.recording")))
            part.SetLength(part.Length - 1);
        Refuses("part-000002.recording", "cut off or damaged");
    }

    [Test]
    public void WhatBeginsWithADotAndFoldersAreLeftAlone()
    {
        string digest = Write(Of(), 4).Digest;
        File.WriteAllText(In("recordings/.cryptolessons-half"), "half a part");
        Directory.CreateDirectory(In("recordings/folder"));
        Assert.That(Open().Digest, Is.EqualTo(digest));
    }

    [Test]
    public void AnEmptyFolderAndNoFolderAreTold()
    {
        Directory.CreateDirectory(In("recordings"));
        Refuses("recordings", "no recording");
        Assert.That(RecordingFolder.Open(In("nothing")).Complaint, Does.Contain("no folder"));
        Assert.That(RecordingFolder.Open("").Complaint, Does.Contain("no folder"));
    }

    private void Refuses(string name, string says)
    {
        var (folder, complaint) = RecordingFolder.Open(In("recordings"));
        Assert.That(folder, Is.Null);
        Assert.That(complaint, Does.Contain(name).And.Contain(says));
    }
}
