using System.Reflection;

namespace CryptoLessons.Differences;

/// <summary>An abstract class of functions that the protocol takes as parameters, and which classes run in its place.</summary>
internal static class Seam
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The abstract class that a class of functions fills in: the topmost of its bases.</summary>
    /// <exception cref="ArgumentException">It fills in none.</exception>
    public static Type Of(Type functions)
    {
        Type seam = functions;
        while (seam.BaseType is { } lower && lower != typeof(object))
            seam = lower;
        return seam.IsAbstract ? seam : throw new ArgumentException($"{functions} is not a class of functions.", nameof(functions));
    }

    /// <summary>The names of the functions that a seam leaves open, in the order in which they are declared.</summary>
    public static IReadOnlyList<string> Functions(Type seam) =>
        [.. Open(seam).OrderBy(method => method.MetadataToken).Select(NameOf).Distinct()];

    /// <summary>The classes whose override of a function runs when it is called, the outermost first.</summary>
    /// <param name="suite">Classes of functions, innermost first; of this seam and of others.</param>
    /// <param name="seam">The seam.</param>
    /// <param name="function">One of its functions.</param>
    /// <returns>Empty when no class of the suite has it: a body that does not call the suite below it ends the list.</returns>
    public static IReadOnlyList<Type> Running(IEnumerable<Type> suite, Type seam, string function)
    {
        var running = new List<Type>();
        foreach (Type functions in suite.Where(type => Of(type) == seam).Reverse())
            if (Overriding(functions, function) is { } type)
            {
                running.Add(type);
                if (!new FunctionBody(type, function).CallsInner)
                    break;
            }
        return running;
    }

    // Safe because an abstract class between seam and suite passes every call on to the suite below, and a test reads each of its bodies.
    private static Type? Overriding(Type functions, string function)
    {
        for (Type? type = functions; type is { IsAbstract: false }; type = type.BaseType)
            if (type.GetMethods(Own).Any(method => method.IsVirtual && NameOf(method) == function))
                return type;
        return null;
    }

    private static IEnumerable<MethodInfo> Open(Type seam) => seam.GetMethods(Own).Where(method => method is { IsVirtual: true, IsFinal: false });

    // The two halves of a property are one name.
    private static string NameOf(MethodInfo method) => method.IsSpecialName ? method.Name[(method.Name.IndexOf('_') + 1)..] : method.Name;
}
