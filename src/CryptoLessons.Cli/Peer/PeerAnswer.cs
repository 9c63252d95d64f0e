using System.Text.Json.Nodes;

namespace CryptoLessons.Cli.Peer;

/// <summary>The answers that several operations give.</summary>
internal static class PeerAnswer
{
    /// <summary>It was done, and there is nothing to tell.</summary>
    public static JsonObject Ok() => new() { ["ok"] = true };

    /// <summary>What is to be sent.</summary>
    public static JsonObject Message(byte[] message) => new() { ["message"] = Convert.ToHexStringLower(message) };

    /// <summary>What a message contained.</summary>
    public static JsonObject Plaintext(byte[] plaintext) => new() { ["plaintext"] = Convert.ToHexStringLower(plaintext) };

    /// <summary>It was not done.</summary>
    /// <param name="code">One of <see cref="PeerError"/>.</param>
    /// <param name="detail">Why, for people.</param>
    public static JsonObject Error(string code, string detail) => new() { ["error"] = code, ["detail"] = detail };

    /// <summary>It was not done, for a reason that the library names.</summary>
    public static JsonObject Error<TReason>(string code, TReason reason)
        where TReason : struct, Enum => Error(code, $"The library's reason: {reason}.");
}
