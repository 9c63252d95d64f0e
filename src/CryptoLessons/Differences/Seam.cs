using System.Reflection;

namespace CryptoLessons.Differences;

/// <summary>An abstract class of functions that the protocol takes as parameters, and which classes run in its place.</summary>
internal static class Seam
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The abstract class that a class of functions fills in: the topmost of its bases.</summary>
    /// <exception cref="ArgumentException">It fills in none.</exception>
    public static Type Of(Type functions) => Lineage(functions).Last() is { IsAbstract: true } seam
        ? seam
        : throw new ArgumentException($"{functions} is not a class of functions.", nameof(functions));

    /// <summary>What an abstract class leaves open itself, in the order in which it declares it.</summary>
    public static IReadOnlyList<OpenFunction> Functions(Type owner) =>
    [
        .. owner.GetMethods(Own).Where(method => method is { IsVirtual: true, IsFinal: false } && method.GetBaseDefinition() == method)
            .OrderBy(method => method.MetadataToken).Select(NameOf).Distinct().Select(name => new OpenFunction(owner, name)),
    ];

    /// <summary>What abstract classes between a seam and some classes of functions leave open besides the seam's own functions.</summary>
    public static IReadOnlyList<OpenFunction> Between(IEnumerable<Type> suite) =>
        [.. suite.SelectMany(type => Lineage(type).SkipLast(1)).Distinct().Where(type => type.IsAbstract).SelectMany(Functions)];

    /// <summary>The classes whose bodies run when a function is called, the outermost first.</summary>
    /// <param name="suite">Classes of functions, innermost first; of this seam and of others.</param>
    /// <param name="function">The function.</param>
    /// <returns>A body that does nothing but call the suite below it is left out, and one that does not call it ends the list.
    /// Empty when no class of the suite has the function.</returns>
    public static IReadOnlyList<Type> Running(IEnumerable<Type> suite, OpenFunction function)
    {
        var running = new List<Type>();
        foreach (Type functions in suite.Where(type => type.IsSubclassOf(function.Owner)).Reverse())
        {
            Type nearest = Lineage(functions).First(type => type == function.Owner || Methods(type, function.Name).Any());
            FunctionBody body = Body(nearest, function.Name);
            if (!body.PassesOn)
                running.Add(body.Class);
            if (!body.CallsInner)
                break;
        }
        return running;
    }

    /// <summary>A function as one class has it.</summary>
    public static FunctionBody Body(Type type, string function) => new(type, function, [.. Methods(type, function)]);

    /// <summary>A class and its bases, the nearest first.</summary>
    private static IEnumerable<Type> Lineage(Type type)
    {
        for (Type? each = type; each is not null && each != typeof(object); each = each.BaseType)
            yield return each;
    }

    private static IEnumerable<MethodInfo> Methods(Type type, string function) =>
        type.GetMethods(Own).Where(method => method.IsVirtual && NameOf(method) == function);

    // The two halves of a property are one name.
    private static string NameOf(MethodInfo method) => method.IsSpecialName ? method.Name[(method.Name.IndexOf('_') + 1)..] : method.Name;
}
