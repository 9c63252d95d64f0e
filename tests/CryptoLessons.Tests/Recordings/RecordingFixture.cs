using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Recordings;
using CryptoLessons.Tests.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Recordings;

/// <summary>The built-in conversation as a wiretap has it, under some designs, to be written into folders in parts of any length.</summary>
public abstract class RecordingFixture : ChatFixture
{
    /// <summary>Parts of about two messages.</summary>
    private protected const int SmallPart = 900;

    private static readonly Dictionary<string, Captured> Known = [];

    /// <summary>What a wiretap has, and what leaks: everybody's envelopes in order.</summary>
    private protected sealed record Captured(RecordingHead Head, IReadOnlyList<Envelope> Envelopes, DhKeyPair? Key);

    private protected static Captured Of(string design = "message-key-escrow")
    {
        lock (Known)
            return Known.TryGetValue(design, out Captured? known) ? known : Known[design] = Capture(design);
    }

    /// <summary>Writes the first so many envelopes into a folder.</summary>
    private protected RecordingFolder Write(Captured captured, int envelopes = int.MaxValue, long partSize = SmallPart, string folder = "recordings")
    {
        using (var writer = new RecordingWriter(In(folder), captured.Head, partSize))
        {
            foreach (Envelope envelope in captured.Envelopes.Take(envelopes))
                writer.Write(envelope);
            writer.Complete();
        }
        return Open(folder);
    }

    private protected RecordingFolder Open(string folder = "recordings")
    {
        var (opened, complaint) = RecordingFolder.Open(In(folder));
        Assert.That(complaint, Is.Null);
        return opened!;
    }

    /// <summary>Reads everything into an output, from nothing or from what it holds.</summary>
    private protected static ReadingResult Read(RecordingFolder recordings, DhKeyPair key, Stream? output = null, Shard? shard = null, int cores = 1)
    {
        var (result, complaint) = new MassReader(recordings, key, shard, cores).Run(output);
        Assert.That(complaint, Is.Null);
        return result!;
    }

    /// <summary>The bytes that one run writes.</summary>
    private protected static byte[] Whole(RecordingFolder recordings, DhKeyPair key, Shard? shard = null, int cores = 1)
    {
        using var output = new MemoryStream();
        Read(recordings, key, output, shard, cores);
        return output.ToArray();
    }

    private static Captured Capture(string design)
    {
        var recorder = new Recorder(BuiltInConversation.Load(), Design.Named(design), seed: 2017);
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "captured-" + Guid.NewGuid().ToString("N"));
        try
        {
            using (var writer = new RecordingWriter(folder, recorder.Head))
                recorder.Record(writer);
            using FileStream part = File.OpenRead(Directory.EnumerateFiles(folder).Single());
            using var reader = new PartReader(part);
            var envelopes = new List<Envelope>();
            while (reader.Next(out ReadOnlyMemory<byte> fields))
                envelopes.Add(RecordedEnvelope.Decode(fields.ToArray())!);
            Assert.That(reader.Fault, Is.Null);
            return new(reader.Head!, envelopes, recorder.AuthorityKey);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
