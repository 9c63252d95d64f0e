namespace CryptoLessons.Conversations;

/// <summary>A line of a chat text that became part of no message.</summary>
/// <param name="Line">The line's number in the text, counted from 1.</param>
/// <param name="Text">The line, shortened for showing, control characters written as <c>\u001B</c>.</param>
/// <param name="Why">Why it is no message; tells also how many lines below went with it.</param>
public sealed record UnparsedLine(int Line, string Text, string Why);
