using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>Within Protocol, folders use each other in one direction, as CONTRIBUTING.md says.</summary>
public class FolderTests
{
    private static readonly string[] Folders =
    [
        "Primitives", "PostQuantum", "Curve25519", "Wire", Beside, "Spqr",
        "Ratchet", "Handshake", "Sessions", "Groups", "Attachments", "SealedSender", "Directory",
    ];

    // What Signal's protocol does not know: a log stands beside it.
    private const string Beside = "Transparency";

    private static string Protocol => Path.Combine(House.Source, "CryptoLessons.Protocol");

    [Test]
    public void EveryFolderHasItsPlace() => Assert.That(
        Directory.EnumerateDirectories(Protocol).Select(path => Path.GetFileName(path)).Where(name => name is not ("bin" or "obj")),
        Is.EquivalentTo(Folders));

    [TestCaseSource(nameof(Folders))]
    public void AFolderMentionsOnlyThoseBelowIt(string folder)
    {
        int level = Array.IndexOf(Folders, folder);
        Assert.That(MentionedIn(folder), Is.SubsetOf(Folders[..(level + 1)]).And.Not.Empty);
    }

    [Test]
    public void NobodyInProtocolMentionsWhatStandsBeside() =>
        Assert.That(Folders.Where(folder => MentionedIn(folder).Contains(Beside)), Is.EqualTo((string[])[Beside]));

    private static string[] MentionedIn(string folder) =>
    [
        .. House.Files(Path.Combine(Protocol, folder), "*.cs")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"Protocol\.(?<folder>\w+)"))
            .Select(match => match.Groups["folder"].Value).Distinct(),
    ];
}
