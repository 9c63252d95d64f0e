namespace CryptoLessons.Benchmarks.Reports;

/// <summary>A part of the page, and what it says about the project's goals.</summary>
/// <param name="Text">The part in Markdown, from its heading on.</param>
/// <param name="Goals">The goals that it measures, which stand together at the head of the page.</param>
internal sealed record Section(string Text, params IReadOnlyList<Goal> Goals);
