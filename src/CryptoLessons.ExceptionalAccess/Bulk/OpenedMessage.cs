namespace CryptoLessons.ExceptionalAccess;

/// <summary>What came of opening a message with the authority's key.</summary>
/// <param name="Outcome"><see cref="Outcome.Opened"/>, <see cref="Outcome.NotAMessage"/>, <see cref="Outcome.NoKey"/> or
/// <see cref="Outcome.WrongKey"/>.</param>
/// <param name="Authenticated">Whether its MAC was checked: with a message key it is, with a content key it cannot be, and about one wrong
/// key in 256 then gives rubbish.</param>
/// <param name="Plaintext">The content; empty when the message was not opened.</param>
public readonly record struct OpenedMessage(Outcome Outcome, bool Authenticated, ReadOnlyMemory<byte> Plaintext);
