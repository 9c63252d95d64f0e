using System.Text.Json;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>What the requests that a kernel understands may contain; what a request does not name has the value that the protocol gives it.</summary>
/// <param name="Code">C# to run, to complete or to look at.</param>
/// <param name="CursorPos">Where the cursor stands in it.</param>
/// <param name="Silent">Whether clients are told nothing of it but the answer.</param>
/// <param name="StopOnError">Whether cells that wait are given up when this one fails.</param>
/// <param name="Restart">Whether the kernel that shuts down will be started again.</param>
/// <param name="CommId">The channel of a widget that is opened.</param>
internal sealed record RequestContent(
    string Code = "",
    int CursorPos = 0,
    bool Silent = false,
    bool StopOnError = true,
    bool Restart = false,
    string CommId = "")
{
    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads the content of a message; null when it is not as the protocol says.</summary>
    public static RequestContent? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<RequestContent>(json, Names);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
