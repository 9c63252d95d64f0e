namespace CryptoLessons.Differences;

/// <summary>A field that messages of some layout have.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">What it holds.</param>
/// <param name="Inside">How its value is laid out; null when it is one part.</param>
/// <param name="Length">How long its value is, in bytes, where a value of another length is something else; null for any length.</param>
internal sealed record MessageField(int Number, string Name, MessageLayer? Inside = null, int? Length = null);
