using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>Within Protocol, folders use each other in one direction, as CONTRIBUTING.md says.</summary>
public class FolderTests
{
    private static readonly string[] Folders = ["Primitives", "Curve25519", "Wire", "Ratchet", "Handshake", "Sessions", "Groups", "Attachments"];

    private static string Protocol => Path.Combine(House.Source, "CryptoLessons.Protocol");

    [Test]
    public void EveryFolderHasItsPlace() => Assert.That(
        Directory.EnumerateDirectories(Protocol).Select(path => Path.GetFileName(path)).Where(name => name is not ("bin" or "obj")),
        Is.EquivalentTo(Folders));

    [TestCaseSource(nameof(Folders))]
    public void AFolderMentionsOnlyThoseBelowIt(string folder)
    {
        int level = Array.IndexOf(Folders, folder);
        string[] mentioned = [.. House.Files(Path.Combine(Protocol, folder), "*.cs")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"Protocol\.(?<folder>\w+)"))
            .Select(match => match.Groups["folder"].Value).Distinct()];
        Assert.That(mentioned, Is.SubsetOf(Folders[..(level + 1)]).And.Not.Empty);
    }
}
