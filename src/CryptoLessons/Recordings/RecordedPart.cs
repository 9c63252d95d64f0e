namespace CryptoLessons.Recordings;

/// <summary>A part of a recording where it lies.</summary>
/// <param name="Number">Its place among the parts of its folder, from 1, in the ordinal order of their names.</param>
/// <param name="Path">The file.</param>
/// <param name="Envelopes">How many envelopes its end mark says it has.</param>
/// <param name="Checksum">The SHA-256 that its end mark says it has, in lower-case hex.</param>
public sealed record RecordedPart(int Number, string Path, long Envelopes, string Checksum)
{
    /// <summary>The file's name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}
