using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CryptoLessons.Tests.PublicApi;

/// <summary>What others can use of a built assembly, as the compiler reads it: one line for each type and each member.</summary>
/// <remarks>The word <c>record</c> stands for all that the compiler writes for one.</remarks>
internal static class PublicApiListing
{
    private static readonly SymbolDisplayFormat TypeName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance);

    private static readonly SymbolDisplayFormat Signature = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeMemberKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    private static readonly SymbolDisplayFormat Unconstrained =
        Signature.RemoveGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    /// <summary>The lines of an assembly, in ordinal order: a type comes before its members.</summary>
    public static IReadOnlyList<string> Of(IAssemblySymbol assembly) =>
        [.. TypesIn(assembly.GlobalNamespace).SelectMany(Lines).Order(StringComparer.Ordinal)];

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol place) => place.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => TypesIn(inner),
        INamedTypeSymbol type when IsVisible(type) => TypesIn(type).Prepend(type),
        _ => [],
    });

    private static IEnumerable<string> Lines(INamedTypeSymbol type)
    {
        string name = type.ToDisplayString(TypeName);
        IEnumerable<ISymbol> members = type.TypeKind == TypeKind.Delegate ? [type.DelegateInvokeMethod!] : type.GetMembers().Where(IsListed);
        return members.Select(member => $"{name}: {member.ToDisplayString(Signature)}").Prepend($"{name} {Declaration(type)}");
    }

    /// <summary>Such as <c>(public sealed record class, IDisposable)</c>, and the constraints of its type parameters.</summary>
    private static string Declaration(INamedTypeSymbol type)
    {
        string?[] words =
        [
            type.DeclaredAccessibility == Accessibility.Public ? "public" : "protected",
            type.TypeKind != TypeKind.Class ? null : type.IsStatic ? "static" : type.IsAbstract ? "abstract" : type.IsSealed ? "sealed" : null,
            type.TypeKind == TypeKind.Struct && type.IsReadOnly ? "readonly" : null,
            type.IsRefLikeType ? "ref" : null,
            IsRecord(type) ? "record" : null,
            type.TypeKind.ToString().ToLowerInvariant(),
        ];
        string kind = string.Join(' ', words.Where(word => word is not null));
        string constraints = type.ToDisplayString(Signature)[type.ToDisplayString(Unconstrained).Length..];
        return $"({string.Join(", ", Bases(type).Select(based => based.ToDisplayString(Unconstrained)).Prepend(kind))}){constraints}";
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        IEnumerable<INamedTypeSymbol> interfaces = type.Interfaces
            .Where(IsVisible).Where(implemented => !(IsRecord(type) && implemented.MetadataName == typeof(IEquatable<>).Name));
        return type switch
        {
            { EnumUnderlyingType: { } number } => [number],
            { TypeKind: TypeKind.Class, BaseType: { SpecialType: SpecialType.None } parent } => interfaces.Prepend(parent),
            _ => interfaces,
        };
    }

    private static bool IsListed(ISymbol member) => IsVisible(member) && !IsCompilersOwn(member) && member switch
    {
        IMethodSymbol method => method.AssociatedSymbol is null,
        IPropertySymbol { Name: "EqualityContract" } property => !IsRecord(property.ContainingType),
        _ => member is IPropertySymbol or IFieldSymbol or IEventSymbol,
    };

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Protected or Accessibility.ProtectedOrInternal => symbol.ContainingType is { IsSealed: false },
        _ => false,
    };

    private static bool IsRecord(INamedTypeSymbol type) => type.GetMembers(WellKnownMemberNames.EqualityOperatorName).Any(IsCompilersOwn);

    private static bool IsCompilersOwn(ISymbol symbol) => symbol.IsImplicitlyDeclared
        || symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(CompilerGeneratedAttribute));
}
