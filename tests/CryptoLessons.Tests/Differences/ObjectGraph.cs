using System.Collections;
using System.Reflection;

namespace CryptoLessons.Tests.Differences;

/// <summary>Every object of this repository's classes that another one holds, however deep.</summary>
internal static class ObjectGraph
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The objects in the order in which they are found: a holder comes before what it holds.</summary>
    public static IReadOnlyList<object> Of(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var found = new List<object>();
        Visit(root, seen, found);
        return found;
    }

    private static void Visit(object? part, HashSet<object> seen, List<object> found)
    {
        if (part is null or string or Delegate or Type || part.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(part))
            return;
        if (part is IEnumerable parts)
            foreach (object? each in parts)
                Visit(each, seen, found);
        Type type = part.GetType();
        if (IsOurs(type))
            found.Add(part);
        else if (!(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)))
            return;
        for (Type? level = type; level is not null; level = level.BaseType)
            foreach (FieldInfo field in level.GetFields(Own))
                if (!field.FieldType.IsByRefLike && !field.FieldType.IsPointer)
                    Visit(field.GetValue(part), seen, found);
    }

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("CryptoLessons", StringComparison.Ordinal);
}
