using System.Text.Json;

namespace CryptoLessons.Notebooks.Format;

/// <summary>A notebook as Jupyter stores it: nbformat 4, described at https://nbformat.readthedocs.io/en/latest/format_description.html.</summary>
/// <param name="Cells">Its cells, in order.</param>
public sealed record Notebook(IReadOnlyList<NotebookCell> Cells)
{
    /// <summary>The name of the kernel that runs it, as Jupyter knows it.</summary>
    public const string Kernel = "cryptolessons";

    /// <summary>The kernel's name for people.</summary>
    public const string KernelForPeople = "C# (CryptoLessons)";

    /// <summary>What tools noted on it, an object; null stands for this kernel and its language.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>Reads a notebook of any minor version of nbformat 4. Members that are not known are passed over.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <returns>The notebook; or what is wrong with the file, as a sentence goes on after its name.</returns>
    public static (Notebook? Notebook, string? Complaint) Read(ReadOnlyMemory<byte> file) => NotebookReader.Read(file);

    /// <summary>Writes it as nbformat 4.5, laid out as Jupyter does; the same notebook gives the same bytes everywhere.</summary>
    public void Write(Stream file) => NotebookWriter.Write(this, file);
}
