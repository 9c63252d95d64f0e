using System.Reflection;
using System.Text.RegularExpressions;

namespace CryptoLessons.Differences;

/// <summary>One function as one class has it.</summary>
public sealed class FunctionBody
{
    /// <summary>Reads the function from the source that the class's assembly carries.</summary>
    /// <param name="type">The class.</param>
    /// <param name="function">The function's name.</param>
    /// <param name="methods">The class's methods of that name.</param>
    /// <exception cref="ArgumentException">The class has no body of it, or its source is not there.</exception>
    internal FunctionBody(Type type, string function, IReadOnlyList<MethodInfo> methods)
    {
        var source = SourceFile.Of(type);
        string[] bodies = [.. source.Members(function)];
        if (bodies.Length == 0)
            throw new ArgumentException($"The source of {type} has no function {function}.", nameof(function));
        (Class, Text, Helpers) = (type, string.Join("\n\n", bodies), Calls(source, type, bodies));
        CallsInner = Regex.IsMatch(Text, $@"\b[Ii]nner\.{Regex.Escape(function)}\b");
        string[] parameters = [.. methods.Select(method => string.Join(", ", method.GetParameters().Select(parameter => parameter.Name)))];
        PassesOn = bodies.All(body => PassedOn(body, function) is { } arguments && parameters.Contains(arguments));
    }

    /// <summary>The class.</summary>
    public Type Class { get; }

    /// <summary>The function's source, lines ended by LF, without documentation.</summary>
    public string Text { get; }

    /// <summary>What it calls in its own class and nobody can override, in the order of the source, each without documentation.</summary>
    public IReadOnlyList<string> Helpers { get; }

    /// <summary>Whether it calls the same function of the suite below it, so that both run.</summary>
    public bool CallsInner { get; }

    /// <summary>Whether it does nothing else.</summary>
    public bool PassesOn { get; }

    /// <summary>The arguments of a body that is a single call of the suite below; null when it is something else.</summary>
    private static string? PassedOn(string body, string function)
    {
        Match call = Regex.Match(body, $@"=>\s*[Ii]nner\.{Regex.Escape(function)}(\((?<arguments>[^()]*)\))?;$");
        return call.Success ? Regex.Replace(call.Groups["arguments"].Value, @"\b(out|ref|in) ", "") : null;
    }

    private static string[] Calls(SourceFile source, Type type, IEnumerable<string> bodies)
    {
        string[] names = [.. type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => method is { IsVirtual: false, IsSpecialName: false }).Select(method => method.Name).Distinct()];
        var called = new HashSet<string>();
        var unread = new Queue<string>(bodies);
        while (unread.TryDequeue(out string? text))
            foreach (string name in names.Where(name => Regex.IsMatch(text, $@"(?<![.\w]){Regex.Escape(name)}\(") && called.Add(name)))
                foreach (string helper in source.Members(name))
                    unread.Enqueue(helper);
        return [.. source.All.Where(member => called.Any(name => SourceFile.Declares(member, name)))];
    }
}
