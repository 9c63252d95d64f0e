namespace CryptoLessons.Illustrations;

/// <summary>What a program takes.</summary>
/// <param name="Name">What the program calls it.</param>
/// <param name="Value">What it is.</param>
public readonly record struct Input(string Name, Value Value);
