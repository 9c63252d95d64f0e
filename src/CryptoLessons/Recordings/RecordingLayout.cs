namespace CryptoLessons.Recordings;

/// <summary>The bytes of a part: <c>"CLW" || version</c>, then protobuf fields: one head, any number of envelopes, one end mark.</summary>
internal static class RecordingLayout
{
    /// <summary>Field number of the head: design, profile and identity keys.</summary>
    public const int Head = 1;

    /// <summary>Field number of an envelope.</summary>
    public const int Envelope = 2;

    /// <summary>Field number of the end mark.</summary>
    public const int End = 3;

    /// <summary>Field number of how many envelopes there are, in the end mark: 8 bytes, so that the mark is as long in every part.</summary>
    public const int Count = 1;

    /// <summary>Field number of the SHA-256 of all that stands before the end mark, in the end mark.</summary>
    public const int Checksum = 2;

    /// <summary>Length of the end mark with tag and length: the last bytes of every whole part.</summary>
    public const int EndSize = 2 + 1 + sizeof(ulong) + 2 + 32;

    /// <summary>What to do with a part that is not whole.</summary>
    public const string Advice = "Copy it again, or move it out of the folder.";

    private const byte Version = 1;

    /// <summary>What every part begins with.</summary>
    public static ReadOnlySpan<byte> Beginning => [(byte)'C', (byte)'L', (byte)'W', Version];

    /// <summary>What is wrong with a beginning; null when it is one that is known.</summary>
    public static string? FaultOf(ReadOnlySpan<byte> beginning) =>
        beginning.SequenceEqual(Beginning) ? null
        : beginning.Length == Beginning.Length && beginning.StartsWith(Beginning[..^1])
            ? FormattableString.Invariant(
                $"is a recording of version {beginning[^1]}, of which only version {Version} is known: read it with the release that wrote it.")
        : "is no recording: it does not begin as one. Move it out of the folder.";
}
