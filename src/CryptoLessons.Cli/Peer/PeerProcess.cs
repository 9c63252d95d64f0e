using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CryptoLessons.Cli.Peer;

/// <summary>One device of one person, as its requests see it: none yet, until the first request makes it.</summary>
internal sealed class PeerProcess
{
    private static readonly Dictionary<string, Type> Operations = new(StringComparer.Ordinal)
    {
        ["new"] = typeof(NewRequest),
        ["bundle"] = typeof(BundleRequest),
        ["process"] = typeof(ProcessRequest),
        ["encrypt"] = typeof(EncryptRequest),
        ["decrypt"] = typeof(DecryptRequest),
        ["escrow"] = typeof(EscrowRequest),
        ["open"] = typeof(OpenRequest),
        ["safety_number"] = typeof(SafetyNumberRequest),
        ["save"] = typeof(SaveRequest),
        ["load"] = typeof(LoadRequest),
        ["group_create"] = typeof(GroupCreateRequest),
        ["group_process"] = typeof(GroupProcessRequest),
        ["group_encrypt"] = typeof(GroupEncryptRequest),
        ["group_decrypt"] = typeof(GroupDecryptRequest),
    };

    private PeerDevice? device;

    /// <summary>Serves one request.</summary>
    /// <param name="line">Anything.</param>
    /// <returns>The answer on one line; when the request cannot be served, an error, and nothing has changed.</returns>
    public string Answer(string line) => (TryRead(line, out PeerRequest? request, out string? complaint)
        ? request.Serve(ref device)
        : PeerAnswer.Error(PeerError.Usage, complaint)).ToJsonString();

    private static bool TryRead(string line, [NotNullWhen(true)] out PeerRequest? request, [NotNullWhen(false)] out string? complaint)
    {
        (request, complaint) = (null, null);
        try
        {
            string op = JsonSerializer.Deserialize<OperationName>(line, PeerJson.Options)?.Op ?? "";
            if (!Operations.TryGetValue(op, out Type? type))
                complaint = $"There is no operation '{op}' here. There are {string.Join(", ", Operations.Keys)}.";
            else
                request = (PeerRequest?)JsonSerializer.Deserialize(line, type, PeerJson.Options);
        }
        catch (JsonException unreadable)
        {
            complaint = unreadable.Message;
        }
        if (request is null)
            complaint ??= "A request is a JSON object.";
        return request is not null;
    }

    /// <summary>The one member that every request has.</summary>
    private sealed record OperationName(string Op);
}
