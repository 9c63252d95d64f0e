using System.Text.Json;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>What <c>cryptolessons matrix --json</c> printed, opened.</summary>
internal sealed class MatrixFigures
{
    private MatrixFigures(string text) => (Text, Root) = (text, JsonDocument.Parse(text).RootElement);

    /// <summary>The compromises, in the order of docs/manual/matrix.md.</summary>
    public static IReadOnlyList<string> Compromises { get; } =
    [
        "wiretap", "server-breach", "session-seizure", "device-seizure", "device-seizure-active", "member-seizure",
        "escrow-leak", "one-share", "judge-and-key", "directory-control",
    ];

    /// <summary>The output as it was printed.</summary>
    public string Text { get; }

    private static readonly Lazy<string> Plain = new(() => Run());

    /// <summary>The one object.</summary>
    public JsonElement Root { get; }

    public JsonElement Conversation => Root.GetProperty("conversation");

    public IReadOnlyList<JsonElement> Designs => [.. Root.GetProperty("designs").EnumerateArray()];

    public IReadOnlyList<JsonElement> Cells => [.. Root.GetProperty("cells").EnumerateArray()];

    public IEnumerable<string> DesignIds => Designs.Select(design => design.GetProperty("id").GetString()!);

    /// <summary>Runs the matrix with some options and opens what it prints; without any, everybody shares one run.</summary>
    public static MatrixFigures Of(params string[] options)
    {
        if (options.Length == 0)
            return new(Plain.Value);
        return new(Run(options));
    }

    private static string Run(params string[] options)
    {
        CliRun run = CliRun.Of(["matrix", "--json", .. options]);
        Assert.That(run.Status, Is.Zero, run.Error);
        return run.Output;
    }

    public JsonElement Design(string id) => Designs.Single(design => design.GetProperty("id").GetString() == id);

    public JsonElement Cell(string design, string compromise) => Cells.Single(cell =>
        cell.GetProperty("design").GetString() == design && cell.GetProperty("compromise").GetString() == compromise);

    /// <summary>What was read in a cell: past, future, bystanders.</summary>
    public (int Past, int Future, int Bystanders) Read(string design, string compromise)
    {
        JsonElement cell = Cell(design, compromise);
        return (Number(cell, "past"), Number(cell, "future"), Number(cell, "bystanders"));
    }

    public string Word(string design, string compromise, string member) => Cell(design, compromise).GetProperty(member).GetString()!;

    public int Number(string member) => Number(Conversation, member);

    public static int Number(JsonElement element, string member) => element.GetProperty(member).GetInt32();
}
