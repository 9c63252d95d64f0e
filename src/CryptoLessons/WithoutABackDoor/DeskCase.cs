using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>One request, and what a desk said to it.</summary>
/// <param name="What">What kind of request.</param>
/// <param name="Refusal">Why it was refused; null when it was answered.</param>
public sealed record DeskCase(string What, OrderRefusal? Refusal);
