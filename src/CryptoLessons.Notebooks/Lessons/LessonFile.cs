namespace CryptoLessons.Notebooks.Lessons;

/// <summary>A file that was made of lessons.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record LessonFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Whether it is a notebook; otherwise it is a page.</summary>
    public bool IsNotebook => Name.EndsWith(LessonNotebook.Extension, StringComparison.Ordinal);
}
