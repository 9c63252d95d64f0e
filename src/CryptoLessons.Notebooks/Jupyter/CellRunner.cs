using System.Text.Json.Nodes;
using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Format;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>Runs the cells of requests, one at a time, and tells all clients what they put out.</summary>
/// <param name="run">Runs a cell as <see cref="CellEngine.Run"/> does.</param>
/// <param name="iopub">Where clients are told.</param>
internal sealed class CellRunner(Func<string, Action<CellOutput>, CancellationToken, CellOutcome> run, IoPub iopub)
{
    private static readonly ErrorOutput Interrupted = new("Interrupted", "The cell was interrupted.", ["The cell was interrupted."]);

    private readonly Lock turn = new();
    private CancellationTokenSource? interrupt;
    private int count;

    /// <summary>Ends the cell that runs; nothing when there is none.</summary>
    public void Interrupt()
    {
        lock (turn)
            interrupt?.Cancel();
    }

    /// <summary>Runs the cell of a request.</summary>
    /// <returns>The content of the answer, and whether the cell came to its end.</returns>
    public (JsonObject Reply, bool Done) Run(Request request, RequestContent asked)
    {
        // Front ends ask for nothing to be run when they only want to know the number.
        if (string.IsNullOrWhiteSpace(asked.Code))
            return (Done(), true);
        // A cell that asks for no number takes one all the same: errors name cells by the engine's numbers, and the page has to name them so too.
        count++;
        using var stop = new CancellationTokenSource();
        lock (turn)
            interrupt = stop;
        try
        {
            if (!asked.Silent)
                iopub.Tell(request, "execute_input", new() { ["code"] = asked.Code, ["execution_count"] = count }, stop.Token);
            ErrorOutput? error = null;
            CellOutcome outcome = run(asked.Code, output =>
            {
                error = output as ErrorOutput ?? error;
                if (!asked.Silent)
                    Tell(request, output, stop.Token);
            }, stop.Token);
            if (outcome == CellOutcome.Done)
                return (Done(), true);
            if (error is null && !asked.Silent)
                Tell(request, Interrupted, CancellationToken.None);
            error ??= Interrupted;
            return (Numbered(Replies.Error(error.Name, error.Message, error.Trace)), false);
        }
        finally
        {
            lock (turn)
                interrupt = null;
        }
    }

    /// <summary>The answer to a request whose cell was given up.</summary>
    public JsonObject GivenUp() => Numbered(new() { ["status"] = "aborted" });

    private JsonObject Done() => Numbered(Replies.Ok(new() { ["user_expressions"] = new JsonObject(), ["payload"] = new JsonArray() }));

    private JsonObject Numbered(JsonObject reply)
    {
        reply["execution_count"] = count;
        return reply;
    }

    private void Tell(Request request, CellOutput output, CancellationToken giveUp)
    {
        switch (output)
        {
            case StreamOutput text:
                iopub.Tell(request, "stream", new() { ["name"] = text.Name, ["text"] = text.Text }, giveUp);
                break;
            case DisplayOutput { IsResult: true } result:
                iopub.Tell(request, "execute_result", Numbered(Shown(result)), giveUp);
                break;
            case DisplayOutput display:
                iopub.Tell(request, "display_data", Shown(display), giveUp);
                break;
            case ErrorOutput error:
                JsonObject content = Replies.Error(error.Name, error.Message, error.Trace);
                content.Remove("status");
                iopub.Tell(request, "error", content, CancellationToken.None);
                break;
            default:
                throw new ArgumentException($"{output.GetType()} has no message.", nameof(output));
        }
    }

    private static JsonObject Shown(DisplayOutput display)
    {
        var data = new JsonObject(MimeBundle.Of(display.Exhibit).Select(form => KeyValuePair.Create(form.Key, (JsonNode?)form.Value)));
        return new() { ["data"] = data, ["metadata"] = new JsonObject(), ["transient"] = new JsonObject() };
    }
}
