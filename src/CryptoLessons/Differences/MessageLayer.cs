namespace CryptoLessons.Differences;

/// <summary>How some bytes are laid out: named parts of fixed lengths, then fields or bytes of any number, then named parts again.</summary>
/// <param name="Title">What such bytes are, as it stands in a sentence.</param>
/// <param name="Called">What the names of its parts begin with, such as <c>postcard: </c>; empty for a message in a session.</param>
/// <param name="Head">The parts before, with their lengths in bytes.</param>
/// <param name="Tail">The parts behind.</param>
internal sealed record MessageLayer(
    string Title, string Called, IReadOnlyList<(string Name, int Length)> Head, IReadOnlyList<(string Name, int Length)> Tail)
{
    /// <summary>The fields in the middle; null where there are only bytes.</summary>
    public IReadOnlyList<MessageField>? Fields { get; init; }

    /// <summary>What the bytes in the middle are called, where they are no fields.</summary>
    public string Body { get; init; } = "";

    /// <summary>Whether it belongs to a session of two, in which turns matter.</summary>
    public bool IsOfASession => this == MessageLayers.Plain || this == MessageLayers.PreKey;

    /// <summary>A field of that number; null when nobody has told what it is.</summary>
    /// <param name="number">The number.</param>
    /// <param name="length">Length of its value in bytes, 0 for a number: two mechanisms may use the same field.</param>
    public MessageField? Field(int number, int length) =>
        Fields?.FirstOrDefault(field => field.Number == number && (field.Length ?? length) == length);
}
