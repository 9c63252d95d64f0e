namespace CryptoLessons.Notebooks.Format;

/// <summary>What a cell of a notebook is, nbformat's <c>cell_type</c>.</summary>
public enum CellKind
{
    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>A program's piece, with what it put out.</summary>
    Code,

    /// <summary>Text for another tool: it is kept, and neither shown nor run.</summary>
    Raw,
}
