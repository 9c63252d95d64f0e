using System.Text;
using CryptoLessons.Cli;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Recordings;
using CryptoLessons.Tests.Cli;
using NUnit.Framework;

namespace CryptoLessons.Tests.Recordings;

/// <summary>The commands <c>record</c>, <c>read</c> and <c>merge</c>: what they write, and what they refuse.</summary>
public class CommandTests : RecordingFixture
{
    private const int Interrupted = 130;

    [Test]
    public void WhatIsRecordedIsReadWithTheLeakedKeyAndNeverWithout()
    {
        Done("record", "--design", "message-key-escrow", "--out", In("rec"), "--leak", In("key"));
        CliRun counted = Done("read", "--authority", In("key"), "--transcripts", In("rec"));
        Assert.That(Row(counted, "messages"), Is.EqualTo("76"));
        Assert.That(Row(counted, "opened"), Is.EqualTo("76"));
        Assert.That(counted.Output, Does.Contain("MEASURED").And.Contain("microseconds a message"));
        Done("record", "--design", "message-key-escrow", "--seed", "5", "--out", In("other"), "--leak", In("another"));
        Assert.That(Row(Done("read", "--authority", In("another"), "--transcripts", In("rec")), "opened"), Is.EqualTo("0"));
    }

    [Test]
    public void TheSameSeedRecordsTheSameBytes()
    {
        foreach (string folder in (string[])["one", "two"])
            Done("record", "--design", "jurisdictions", "--profile", "triple", "--seed", "3", "--out", In(folder), "--leak", In(folder + ".key"));
        Assert.That(File.ReadAllBytes(In("one/part-000001.recording")), Is.EqualTo(File.ReadAllBytes(In("two/part-000001.recording"))));
        Assert.That(File.ReadAllText(In("one.key")), Is.EqualTo(File.ReadAllText(In("two.key"))));
        string bytes = Encoding.Latin1.GetString(File.ReadAllBytes(In("one/part-000001.recording")));
        Assert.That(bytes, Does.Contain("jurisdictions").And.Contain("triple"));
    }

    [Test]
    public void ShardsAndAMergeWriteWhatOneRunWrites()
    {
        Prepare(10);
        string[] read = ["read", "--authority", In("key"), "--transcripts", In("recordings")];
        Done([.. read, "--out", In("whole")]);
        foreach (int i in (int[])[1, 2, 3])
            Done([.. read, "--shard", $"{i}/3", "--out", In($"shard{i}"), "--cores", "1"]);
        CliRun merged = Done("merge", "--out", In("merged"), In("shard2"), In("shard3"), In("shard1"));
        Assert.That(File.ReadAllBytes(In("merged")), Is.EqualTo(File.ReadAllBytes(In("whole"))));
        Assert.That(Row(merged, "opened"), Is.EqualTo("10"));
        Refuses("3/3 is missing", "merge", "--out", In("merged"), In("shard2"), In("shard1"));
        Refuses("is a shard itself", "merge", "--out", In("shard1"), In("shard1"), In("shard2"), In("shard3"));
        Refuses("cannot be read", "merge", "--out", In("merged"), In("nowhere"));
        Refuses("is no output", "merge", "--out", In("merged"), In("key"));
        Assert.That(File.ReadAllBytes(In("merged")), Is.EqualTo(File.ReadAllBytes(In("whole"))), "a refused merge leaves what was there");
    }

    [Test]
    public void AProcessThatRunsIsAloneAndOneThatIsKilledIsGoneOnWith()
    {
        Captured captured = Of();
        Envelope[] many = [.. Enumerable.Range(0, 20_000).Select(i => captured.Envelopes[i % captured.Envelopes.Count])];
        Prepare(many.Length, captured with { Envelopes = many }, partSize: 1 << 16);
        string[] read = ["read", "--authority", In("key"), "--transcripts", In("recordings"), "--out", In("out"), "--cores", "1"];
        CliProcess.Killed(() =>
        {
            if (!File.Exists(In("out")) || new FileInfo(In("out")).Length < 50_000)
                return false;
            Refuses("another run", read);
            return true;
        }, read);
        byte[] held = File.ReadAllBytes(In("out")), whole = Whole(Open(), captured.Key!, cores: 2);
        Assert.That(held, Has.Length.LessThan(whole.Length));
        CliRun rest = Done(read);
        Assert.That(File.ReadAllBytes(In("out")), Is.EqualTo(whole));
        Assert.That(Row(rest, "opened"), Is.EqualTo("20,000"));
    }

    [Test]
    public void AStoppedRunSaysSoAndKeepsWhatIsFinished()
    {
        Prepare(10);
        using StringWriter output = new(), error = new();
        string[] read = ["read", "--authority", In("key"), "--transcripts", In("recordings"), "--out", In("out")];
        Assert.That(CommandLine.Run(read, output, error, stop: new(canceled: true)), Is.EqualTo(Interrupted), error.ToString());
        byte[] whole = Whole(Open(), Of().Key!);
        Assert.That(File.ReadAllBytes(In("out")), Is.EqualTo(whole[..(int)new FileInfo(In("out")).Length]));
        Done(read);
        Assert.That(File.ReadAllBytes(In("out")), Is.EqualTo(whole));
    }

    [Test]
    public void AFullDiskIsToldAndWhatIsFinishedStays()
    {
        const string Device = "/dev/full";
        if (!File.Exists(Device))
            Assert.Ignore($"This system has no {Device}.");
        Prepare(4);
        Refuses("cannot be written", "read", "--authority", In("key"), "--transcripts", In("recordings"), "--out", Device);
    }

    [Test]
    public void WhatCannotBeReadIsTold()
    {
        Prepare(4);
        string[] Read(string key, string folder, params string[] more) => ["read", "--authority", In(key), "--transcripts", In(folder), .. more];
        File.WriteAllText(In("cut"), File.ReadAllText(In("key"))[..^3]);
        Refuses("cut off or damaged", Read("cut", "recordings"));
        Refuses("is no authority's key", Read("recordings/part-000001.recording", "recordings"));
        Refuses("cannot be read", Read("nothing", "recordings"));
        Refuses("no folder", Read("key", "nothing"));
        Refuses("choose I from 1 to N", Read("key", "recordings", "--shard", "3/2"));
        Refuses("choose --cores", Read("key", "recordings", "--cores", "0"));
        Refuses("holds something else", Read("key", "recordings", "--out", In("key")));
        Refuses("would lie among the recordings", Read("key", "recordings", "--out", In("recordings/out")));
        Refuses("cannot be written", Read("key", "recordings", "--out", In("no/such/folder")));
        Refuses("cannot be written", Read("key", "recordings", "--out", ""));
        File.WriteAllText(In("recordings/notes"), "tomatoes");
        Refuses("notes' is no recording", Read("key", "recordings", "--out", In("out")));
        Assert.That(File.Exists(In("out")), Is.False, "nothing is begun");
    }

    [Test]
    public void WhatCannotBeRecordedIsTold()
    {
        string[] Record(params string[] more) => ["record", "--out", In("rec"), .. more];
        Refuses(
            "choose from message-key-escrow, content-key-escrow, session-secret-escrow, notice, version-rollback, jurisdictions, work-factor.",
            Record("--design", "strict", "--leak", In("key")));
        Refuses("choose from strict", Record("--design", "none"));
        Refuses("would lie among the recordings", Record("--design", "notice", "--leak", In("rec/key")));
        Refuses("no name of a folder", "record", "--design", "strict", "--out", "");
        Refuses("--design", Record());
        Assert.That(Directory.EnumerateFileSystemEntries(Folder), Is.Empty, "nothing is begun");
        Done(Record("--design", "strict"));
        Refuses("is not empty", Record("--design", "strict"));
    }

    private void Prepare(int envelopes, Captured? captured = null, long partSize = SmallPart)
    {
        Captured recorded = captured ?? Of();
        Write(recorded, envelopes, partSize);
        File.WriteAllText(In("key"), LeakedKey.Write(recorded.Key!, recorded.Head.Design));
    }

    private static string Row(CliRun run, string what) =>
        run.Output.Split('\n').First(line => line.StartsWith($"  {what} ", StringComparison.Ordinal))[(what.Length + 2)..].Trim().Split(' ')[^1];

    private static CliRun Done(params string[] args)
    {
        CliRun run = CliRun.Of(args);
        Assert.That(run.Status, Is.Zero, run.Error);
        return run;
    }

    private static void Refuses(string says, params string[] args)
    {
        CliRun run = CliRun.Of(args);
        Assert.That((run.Status, run.Output), Is.EqualTo((CliRun.BadInput, "")), run.Error);
        Assert.That(run.Error, Does.Contain(says).And.Not.Contain("   at "));
    }
}
