namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>Something that somebody published for everybody to see.</summary>
/// <param name="Number">Number of the post.</param>
/// <param name="Text">What it says; may be empty.</param>
/// <param name="File">The attached file's bytes; empty when there is none.</param>
public sealed record PublicPost(int Number, string Text, ReadOnlyMemory<byte> File = default);
