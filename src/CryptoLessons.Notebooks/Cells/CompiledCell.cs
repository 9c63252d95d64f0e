using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace CryptoLessons.Notebooks.Cells;

/// <summary>A cell that can run, or the reasons why it cannot.</summary>
/// <param name="Script">What runs.</param>
/// <param name="HasValue">Whether the value of its last expression is shown.</param>
/// <param name="Errors">What the compiler complains of; empty when it can run.</param>
internal sealed record CompiledCell(Script<object> Script, bool HasValue, ImmutableArray<Diagnostic> Errors);
