using System.Text.RegularExpressions;

namespace CryptoLessons.Differences;

/// <summary>One function as one class has it.</summary>
public sealed class FunctionBody
{
    /// <summary>Reads the function from the source that the class's assembly carries.</summary>
    /// <exception cref="ArgumentException">The class does not override it, or its source is not there.</exception>
    internal FunctionBody(Type type, string function)
    {
        string[] overrides = [.. SourceFile.Of(type).Overrides(function)];
        if (overrides.Length == 0)
            throw new ArgumentException($"The source of {type} has no override of {function}.", nameof(function));
        (Class, Text) = (type, string.Join("\n\n", overrides));
        CallsInner = Regex.IsMatch(Text, $@"\b[Ii]nner\.{Regex.Escape(function)}\b");
    }

    /// <summary>The class.</summary>
    public Type Class { get; }

    /// <summary>The function's source, lines ended by LF, without documentation.</summary>
    public string Text { get; }

    /// <summary>Whether it calls the same function of the suite below it, so that both run.</summary>
    public bool CallsInner { get; }
}
