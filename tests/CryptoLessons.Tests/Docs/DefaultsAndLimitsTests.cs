using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CryptoLessons.Tests.Walls;
using NUnit.Framework;

namespace CryptoLessons.Tests.Docs;

/// <summary>docs/manual/defaults-and-limits.md: each value is the one in the code, and no default or limit of a public type is missing.</summary>
internal sealed partial class DefaultsAndLimitsTests
{
    private const BindingFlags Everything = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<string, decimal> Units = new()
    {
        [""] = 1, ["KB"] = 1 << 10, ["MB"] = 1 << 20, ["GB"] = 1 << 30, ["K"] = 1 << 10, ["M"] = 1 << 20,
    };

    private static readonly Dictionary<string, TimeSpan> Times = new()
    {
        ["ms"] = TimeSpan.FromMilliseconds(1), ["second"] = TimeSpan.FromSeconds(1), ["minute"] = TimeSpan.FromMinutes(1), ["hour"] = TimeSpan.FromHours(1),
        ["day"] = TimeSpan.FromDays(1),
    };

    // Nobody meets these who does not read the code they stand in.
    private static readonly string[] Inner =
    [
        "BulkRate.DefaultMessages", "BulkRate.DefaultTextSize", "MetadataStudy.DefaultPeople", "MetadataStudy.DefaultTalks", "TimelineStudy.DefaultBegins", "Varint.MaxSize",
    ];

    private static readonly Type[] Types = [.. House.Storeys.SelectMany(storey => Assembly.Load(storey).GetTypes())];

    private static readonly (string What, string Value, string Name)[] Rows =
    [
        .. Row().Matches(File.ReadAllText(Repository.PathOf("docs", "manual", "defaults-and-limits.md")).ReplaceLineEndings("\n"))
            .Select(row => (row.Groups["what"].Value, row.Groups["value"].Value, row.Groups["name"].Value)),
    ];

    private static IEnumerable<TestCaseData> Named => Rows.Select(row => new TestCaseData(row.Value, row.Name).SetName($"ItIsInTheCode({row.Name})"));

    [TestCaseSource(nameof(Named))]
    public void ItIsInTheCode(string value, string name) => Assert.That(Read(value), Is.EqualTo(InCode(name)), $"The page says '{value}'.");

    [Test]
    public void EveryRowHasAName()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "manual", "defaults-and-limits.md")).ReplaceLineEndings("\n");
        int rows = page.Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| what |", StringComparison.Ordinal));
        Assert.That(Rows, Has.Length.EqualTo(rows).And.Length.GreaterThan(80));
        Assert.That(Rows.Select(row => row.Name), Is.Unique);
    }

    [Test]
    public void NoneOfAPublicTypeIsMissing()
    {
        IEnumerable<string> there =
            from type in Types
            where type.IsVisible
            from member in type.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where member is FieldInfo or PropertyInfo && Limit().IsMatch(member.Name)
            select $"{type.Name}.{member.Name}";
        Assert.That(there.Except(Inner).Except(Rows.Select(row => row.Name)), Is.Empty, "docs/manual/defaults-and-limits.md says nothing about it.");
    }

    [TestCase("1,000", 1000)]
    [TestCase("64 KB", 65_536)]
    [TestCase("3e-8", 3e-8)]
    public void ANumberIsRead(string value, double number) => Assert.That(Read(value), Is.EqualTo((decimal)number));

    [TestCase("2 minutes", 120)]
    [TestCase("1 day", 86_400)]
    public void ATimeIsRead(string value, double seconds) => Assert.That(Read(value), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    private static object Read(string value)
    {
        Match match = Value().Match(value);
        Assert.That(match.Success, $"'{value}' is no value.");
        decimal number = decimal.Parse(match.Groups["number"].ValueSpan, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        string unit = match.Groups["unit"].Value;
        return Times.TryGetValue(unit.TrimEnd('s'), out TimeSpan time) || Times.TryGetValue(unit, out time) ? time * (double)number : number * Units[unit];
    }

    /// <summary>What a name like <c>RatchetLimits.Signal.ForwardJump</c> stands for, private or not.</summary>
    private static object InCode(string name)
    {
        string[] parts = name.Split('.');
        Type[] types = [.. Types.Where(type => type.Name == parts[0])];
        Assert.That(types, Has.Length.EqualTo(1), $"There has to be one type {parts[0]}.");
        object? value = null;
        Type at = types[0];
        foreach (string part in parts[1..])
        {
            MemberInfo? member = at.GetMember(part, MemberTypes.Field | MemberTypes.Property, Everything).SingleOrDefault();
            value = member switch
            {
                FieldInfo field => field.GetValue(value),
                PropertyInfo { GetMethod.IsStatic: true } property => property.GetValue(null),
                PropertyInfo property => property.GetValue(value ?? Activator.CreateInstance(at, nonPublic: true)),
                _ => throw new AssertionException($"{at.Name} has no {part}."),
            };
            at = value!.GetType();
        }
        return value is TimeSpan ? value : Convert.ToDecimal(value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\| (?<what>[^|]+) \| (?<value>[^|]+) \|[^|]*\| `(?<name>[\w.]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?<number>\d[\d,]*(\.\d+)?(e-\d+)?)( (?<unit>\w+))?$")]
    private static partial Regex Value();

    [GeneratedRegex("^((Default|Most|Max|Longest|Largest|Fewest)[A-Z]|(Limit|Patience|Lifetime)$)")]
    private static partial Regex Limit();
}
