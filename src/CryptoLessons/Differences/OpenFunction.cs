namespace CryptoLessons.Differences;

/// <summary>A function that an abstract class leaves open, for another class to fill in.</summary>
/// <param name="Owner">The abstract class.</param>
/// <param name="Name">The function's name; overloads share one.</param>
public sealed record OpenFunction(Type Owner, string Name);
