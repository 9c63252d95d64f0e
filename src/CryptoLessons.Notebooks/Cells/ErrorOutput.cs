namespace CryptoLessons.Notebooks.Cells;

/// <summary>Why a cell did not come to its end.</summary>
/// <param name="Name">The exception's type, or the compiler's error, such as <c>CS0103</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Trace">Lines that say where: the cell and the line in it, such as <c>In[17](2,1): error CS0103: ...</c>.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Trace) : CellOutput;
