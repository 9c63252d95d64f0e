using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>Friend access would make a hole in a wall: only test assemblies have any, and attacks are nobody's friend.</summary>
public class FriendTests
{
    private static IEnumerable<string> Storeys => House.Storeys;

    [TestCaseSource(nameof(Storeys))]
    public void AnAssemblyHasNoFriendButTheTests(string storey) =>
        Assert.That(
            House.Load(storey).GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName),
            Is.SubsetOf((string[])[House.Tests, House.InteropTests]));

    [TestCaseSource(nameof(Storeys))]
    public void AProjectNamesNoFriendButTheTests(string storey) =>
        Assert.That(
            XDocument.Load(House.Project(storey)).Descendants("InternalsVisibleTo").Select(friend => friend.Attribute("Include")!.Value),
            Is.SubsetOf((string[])[House.Tests, House.InteropTests]));

    [TestCaseSource(nameof(Storeys))]
    public void AnAssemblyDoesNotClimbOverTheWall(string storey)
    {
        IReadOnlyList<string> used = TypesUsed(storey);
        Assert.That(used, Is.Not.Empty);
        Assert.That(used, Has.None.EndsWith(".IgnoresAccessChecksToAttribute"));
        Assert.That(used, Has.None.EqualTo(typeof(UnsafeAccessorAttribute).FullName));
    }

    [Test]
    public void AttacksUseNoReflection()
    {
        // Attributes of the assembly itself, such as its title, live in the same namespace and open nothing.
        IEnumerable<string> reflection = TypesUsed(House.Attacks).Where(name =>
            name.StartsWith("System.Reflection.", StringComparison.Ordinal) && !name.EndsWith("Attribute", StringComparison.Ordinal));
        Assert.That(reflection, Is.Empty);
        Assert.That(TypesUsed(House.Attacks), Has.None.EqualTo(typeof(Unsafe).FullName)
            .And.None.EqualTo("System.Runtime.InteropServices.MemoryMarshal").And.None.EqualTo(typeof(Activator).FullName));
    }

    [Test]
    public void TheReaderOfUsedTypesSeesReflection() => Assert.That(TypesUsed(House.Tests), Does.Contain(typeof(MethodInfo).FullName));

    private static IReadOnlyList<string> TypesUsed(string assembly)
    {
        using var file = new PEReader(File.OpenRead(House.Built(assembly)));
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.TypeReferences.Select(reader.GetTypeReference)
            .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}")];
    }
}
