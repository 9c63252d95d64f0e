namespace CryptoLessons.ExceptionalAccess;

/// <summary>One edge of a contact graph: somebody wrote to somebody. The other way round is another edge.</summary>
/// <param name="From">Who wrote.</param>
/// <param name="To">To whom.</param>
public readonly record struct Contact(string From, string To);
