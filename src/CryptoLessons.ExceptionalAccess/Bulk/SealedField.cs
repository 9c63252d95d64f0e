namespace CryptoLessons.ExceptionalAccess;

/// <summary>A field that may hold a key for the authority.</summary>
/// <param name="Index">Which message of the batch it is of.</param>
/// <param name="Message">That message.</param>
/// <param name="Value">The field's value, of the length that a sealed message key or content key has.</param>
internal readonly record struct SealedField(int Index, InterceptedMessage Message, ReadOnlyMemory<byte> Value);
