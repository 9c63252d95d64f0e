using CryptoLessons.Tests.Walls;
using NUnit.Framework;

namespace CryptoLessons.Tests.PublicApi;

/// <summary>What others can use changes only together with its listing in tests/PublicApi. UPDATE_DOCS=1 in the environment writes that.</summary>
[TestFixture]
internal sealed class PublicApiTests
{
    private const int LinesShown = 5;

    private static readonly string Folder = Repository.PathOf("tests", "PublicApi");

    // The command is no library: what others rely on there is what it prints.
    private static IEnumerable<string> Libraries => House.Storeys.Where(storey => storey != "CryptoLessons.Cli");

    [TestCaseSource(nameof(Libraries))]
    public void IsTheOneListed(string library)
    {
        string page = Path.Combine(Folder, library + ".txt");
        IReadOnlyList<string> surface = PublicApiListing.Of(OutsideCompiler.Surface(library));
        Assert.That(surface, Has.Count.GreaterThan(10));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(page, string.Concat(surface.Select(line => line + "\n")));
        else
        {
            string[] listed = File.Exists(page) ? File.ReadAllLines(page) : [];
            Assert.That(surface.SequenceEqual(listed, StringComparer.Ordinal), Is.True, () => Difference(library, listed, surface));
        }
    }

    [Test]
    public void EveryListingBelongsToALibrary() =>
        Assert.That(Directory.EnumerateFiles(Folder).Select(path => Path.GetFileNameWithoutExtension(path)), Is.SubsetOf(Libraries).And.Not.Empty);

    [Test]
    public void ListsWhatAStrangerCanUseAndNothingElse()
    {
        const string Program = """
            namespace Sample;
            public abstract class Base<T>(T? given) : IDisposable where T : class
            {
                public const int Limit = 7;
                private protected Base() : this(null) { }
                public required string Name { get; init; }
                public int Count { get; private set; }
                public T this[int index] => throw new NotSupportedException();
                protected T? Given => given;
                internal int Hidden => 1;
                public event Action? Changed { add { } remove { } }
                public abstract void Dispose();
                public static Base<T>? Find(ReadOnlySpan<byte> key, string? name = null, params int[] rest) => null;
                protected enum Colour : byte { Red = 3 }
                private sealed class Inner;
            }
            public sealed record Point(int X, int Y) { private int Hidden => X; }
            public readonly record struct Pair(string? Left);
            public readonly ref struct Window { public ReadOnlySpan<byte> Bytes { get; } }
            public delegate bool Test<in T>(T value, out int place);
            public static class Words { public static string Twice(this string word) => word + word; }
            internal class Secret { public int Open; }
            """;
        Assert.That(PublicApiListing.Of(OutsideCompiler.Surface("Sample", Program)), Is.EqualTo((string[])[
            "Sample.Base<T> (public abstract class, IDisposable) where T : class",
            "Sample.Base<T>.Colour (protected enum, byte)",
            "Sample.Base<T>.Colour: Red = 3",
            "Sample.Base<T>: protected Base(T? given)",
            "Sample.Base<T>: protected T? Given { get; }",
            "Sample.Base<T>: public T this[int index] { get; }",
            "Sample.Base<T>: public abstract void Dispose()",
            "Sample.Base<T>: public const int Limit = 7",
            "Sample.Base<T>: public event Action? Changed",
            "Sample.Base<T>: public int Count { get; }",
            "Sample.Base<T>: public required string Name { get; init; }",
            "Sample.Base<T>: public static Base<T>? Find(ReadOnlySpan<byte> key, string? name = null, params int[] rest)",
            "Sample.Pair (public readonly record struct)",
            "Sample.Pair: public Pair(string? Left)",
            "Sample.Pair: public string? Left { get; init; }",
            "Sample.Point (public sealed record class)",
            "Sample.Point: public Point(int X, int Y)",
            "Sample.Point: public int X { get; init; }",
            "Sample.Point: public int Y { get; init; }",
            "Sample.Test<in T> (public delegate)",
            "Sample.Test<in T>: public virtual bool Invoke(T value, out int place)",
            "Sample.Window (public readonly ref struct)",
            "Sample.Window: public ReadOnlySpan<byte> Bytes { get; }",
            "Sample.Words (public static class)",
            "Sample.Words: public static string Twice(this string word)",
        ]));
    }

    private static string Difference(string library, string[] listed, IReadOnlyList<string> surface)
    {
        string[] added = [.. surface.Except(listed)], removed = [.. listed.Except(surface)];
        return string.Join('\n',
        [
            $"The public surface is not the one in tests/PublicApi/{library}.txt: new lines {added.Length}, gone {removed.Length}.",
            .. added.Take(LinesShown).Select(line => "  + " + line),
            .. removed.Take(LinesShown).Select(line => "  - " + line),
            "When that is meant: UPDATE_DOCS=1 dotnet test tests/CryptoLessons.Tests --filter PublicApi, and commit the listing with the change.",
        ]);
    }
}
