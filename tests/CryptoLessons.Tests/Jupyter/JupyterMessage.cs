using System.Text.Json.Nodes;

namespace CryptoLessons.Tests.Jupyter;

/// <summary>A message from a kernel.</summary>
internal sealed record JupyterMessage(string Type, string Parent, JsonObject Content)
{
    /// <summary>A member of the content, as text.</summary>
    public string? this[string name] => Content[name]?.ToString();

    public override string ToString() => $"{Type} {Content.ToJsonString()}";
}
