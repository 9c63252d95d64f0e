using System.Reflection;
using CryptoLessons.Adversary;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>A view is made by the game alone, and what can be reached from it is the loot of its compromise and nothing else.</summary>
public class ViewTests
{
    private static readonly Dictionary<Type, bool> HoldsSecrets = new()
    {
        [typeof(WiretapView)] = false,
        // A provider that reads its customers' messages holds the keys of their channels, and so does whoever breaks in.
        [typeof(ServerBreachView)] = true,
        [typeof(SessionSeizureView)] = true,
        [typeof(DeviceSeizureView)] = true,
        [typeof(EscrowLeakView)] = true,
    };

    private static IEnumerable<Type> Views => typeof(View).Assembly.GetTypes().Where(typeof(View).IsAssignableFrom);

    [Test]
    public void EveryViewIsKnownHere() => Assert.That(Views.Where(view => !view.IsAbstract), Is.SupersetOf(HoldsSecrets.Keys));

    [TestCaseSource(nameof(Views))]
    public void IsAClassAndNoRecord(Type view)
    {
        Assert.That(view.IsClass, Is.True);
        Assert.That(view.GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), Is.Null);
    }

    [Test]
    public void ARecordWouldBeSeen() =>
        Assert.That(typeof(Guess).GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), Is.Not.Null);

    [TestCaseSource(nameof(Views))]
    public void HasNoConstructorForStrangers(Type view)
    {
        ConstructorInfo[] constructors = view.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        Assert.That(constructors, Is.Not.Empty);
        Assert.That(constructors.Where(constructor => constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly), Is.Empty);
    }

    [TestCaseSource(nameof(Views))]
    public void CannotBeWrittenTo(Type view) =>
        Assert.That(view.GetProperties().Where(property => property.SetMethod is not null), Is.Empty);

    [TestCaseSource(nameof(Views))]
    public void NeverLeadsToTheTruthOrToAMessengerInOperation(Type view) =>
        Assert.That(Reachable(view), Has.None.EqualTo(typeof(Script)).And.None.EqualTo(typeof(ScriptedMessage)).And.None.EqualTo(typeof(Game))
            .And.None.EqualTo(typeof(IDeployment)).And.None.EqualTo(typeof(Verdict)));

    [Test]
    public void OnlyASeizureALeakOrABreachLeadsToASecret()
    {
        foreach (var (view, holdsSecrets) in HoldsSecrets)
            Assert.That(Reachable(view).Any(typeof(Secret).IsAssignableFrom), Is.EqualTo(holdsSecrets), view.Name);
    }

    /// <summary>All types of values that can be read from a value, step by step, over public properties, elements of collections, and what may stand in
    /// an abstract type's place.</summary>
    private static HashSet<Type> Reachable(Type start)
    {
        var reached = new HashSet<Type>();
        var waiting = new Stack<Type>([start]);
        while (waiting.TryPop(out Type? type))
        {
            if (!reached.Add(type))
                continue;
            IEnumerable<Type> next = type.GetGenericArguments();
            if (type.Namespace!.StartsWith("CryptoLessons", StringComparison.Ordinal))
            {
                next = next.Concat(type.GetProperties().Select(property => property.PropertyType));
                if (type.IsAbstract)
                    next = next.Concat(type.Assembly.GetTypes().Where(derived => derived.IsPublic && derived.IsSubclassOf(type)));
            }
            foreach (Type found in next)
                waiting.Push(found.IsArray ? found.GetElementType()! : found);
        }
        return reached;
    }
}
