namespace CryptoLessons.Adversary;

/// <summary>One act without which a warrant opens nothing.</summary>
/// <param name="Party">Who acts.</param>
/// <param name="Act">What that party does, as the end of a sentence that begins with its name.</param>
/// <param name="Trace">What remains of it.</param>
public sealed record LawfulStep(string Party, string Act, Trace Trace = Trace.None);
