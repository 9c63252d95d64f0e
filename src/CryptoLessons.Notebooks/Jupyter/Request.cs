using CryptoLessons.Notebooks.Jupyter.Zmtp;

namespace CryptoLessons.Notebooks.Jupyter;

/// <summary>A message of a client whose signature is right.</summary>
/// <param name="Client">Who gets the answer.</param>
/// <param name="Route">The frames that lead the answer through nodes between us and the client.</param>
/// <param name="Header">The header's bytes, which every message that answers it repeats.</param>
/// <param name="Type">What kind of message it is, such as <c>execute_request</c>.</param>
/// <param name="Content">What it asks; null when that is not as the protocol says.</param>
internal sealed record Request(Connection Client, IReadOnlyList<byte[]> Route, byte[] Header, string Type, RequestContent? Content);
