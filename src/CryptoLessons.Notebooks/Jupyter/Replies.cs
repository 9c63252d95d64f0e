using System.Text.Json.Nodes;
using CryptoLessons.Notebooks.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>What is answered to requests that run nothing (Jupyter messaging protocol, "Messages on the shell (ROUTER/DEALER) channel").</summary>
internal static class Replies
{
    private static readonly string Version = typeof(Replies).Assembly.GetName().Version!.ToString(3);

    /// <summary>The type of the answer to a type of request.</summary>
    public static string TypeOf(string request) => request.Replace("_request", "_reply", StringComparison.Ordinal);

    /// <summary>The content of the answer; null for what is not answered.</summary>
    public static JsonObject? To(string request, RequestContent content) => request switch
    {
        "kernel_info_request" => KernelInfo(),
        "is_complete_request" => Completeness(content.Code),
        // Nothing is completed or explained, and no history is kept: the front end has its own of the notebook that is open.
        "complete_request" => Ok(new()
        {
            ["matches"] = new JsonArray(),
            ["cursor_start"] = content.CursorPos,
            ["cursor_end"] = content.CursorPos,
            ["metadata"] = new JsonObject(),
        }),
        "inspect_request" => Ok(new() { ["found"] = false, ["data"] = new JsonObject(), ["metadata"] = new JsonObject() }),
        "history_request" => Ok(new() { ["history"] = new JsonArray() }),
        "comm_info_request" => Ok(new() { ["comms"] = new JsonObject() }),
        "interrupt_request" => Ok([]),
        "shutdown_request" => Ok(new() { ["restart"] = content.Restart }),
        _ => null,
    };

    /// <summary>The answer to a request that is not as the protocol says.</summary>
    public static JsonObject Unreadable(string request) =>
        Error("UnreadableRequest", $"The content of this {request} is not as Jupyter's messaging protocol {Session.Version} says.", []);

    /// <summary>The answer when something failed.</summary>
    public static JsonObject Error(string name, string value, IEnumerable<string> traceback) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = value,
        ["traceback"] = new JsonArray([.. traceback.Select(line => JsonValue.Create(line))]),
    };

    /// <summary>The answer when all went well.</summary>
    public static JsonObject Ok(JsonObject content)
    {
        content["status"] = "ok";
        return content;
    }

    private static JsonObject KernelInfo() => Ok(new()
    {
        ["protocol_version"] = Session.Version,
        ["implementation"] = KernelSpec.Name,
        ["implementation_version"] = Version,
        ["language_info"] = new JsonObject
        {
            ["name"] = KernelSpec.Language,
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"CryptoLessons {Version}: C# cells. For teaching, not for protecting real messages.",
        ["help_links"] = new JsonArray(),
        ["debugger"] = false,
    });

    // As far as the syntax says: a name that nothing declares is for the run to find.
    private static JsonObject Completeness(string code)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(CellSource.Read(code).Text, CellCompiler.Parsing);
        return !SyntaxFactory.IsCompleteSubmission(tree) ? new() { ["status"] = "incomplete", ["indent"] = "" }
            : tree.GetDiagnostics().Any(wrong => wrong.Severity == DiagnosticSeverity.Error) ? new() { ["status"] = "invalid" }
            : new() { ["status"] = "complete" };
    }
}
