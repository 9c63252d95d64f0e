namespace CryptoLessons.Notebooks.Lessons;

/// <summary>One cell of a lesson.</summary>
/// <param name="IsCode">Whether it is C#; otherwise it is Markdown.</param>
/// <param name="Text">Its text, lines ended by LF, none at its end; of Markdown without the comment's signs.</param>
/// <param name="Line">Number of the line in the source, from 1, on which its text begins.</param>
public sealed record LessonCell(bool IsCode, string Text, int Line);
