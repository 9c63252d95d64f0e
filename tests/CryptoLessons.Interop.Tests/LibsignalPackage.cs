using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using CryptoLessons.Tests;
using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>Signal's own library as npm installs it, and whether it is there.</summary>
internal static class LibsignalPackage
{
    private const string Install = "run 'npm ci' in tests/CryptoLessons.Interop.Tests";

    private static readonly string Folder = Repository.PathOf("tests", "CryptoLessons.Interop.Tests");
    private static readonly Lazy<string?> Missing = new(FindMissing);

    /// <summary>The program that makes the library a device on a pipe.</summary>
    public static string Bridge => Path.Combine(Folder, "libsignal-bridge.mjs");

    /// <summary>Ignores the test, with the reason, where the library is not installed. In CI that is a failure: a check that
    /// was silently left out proves nothing.</summary>
    public static void Require()
    {
        if (Missing.Value is not { } reason)
            return;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Ignore(reason);
    }

    private static string? FindMissing()
    {
        if (!NodeStarts())
            return "Node.js is not installed: these tests talk to Signal's own library, which is a Node package.";
        return Release.All.Select(FindMissing).FirstOrDefault(reason => reason is not null);
    }

    private static string? FindMissing(Release release)
    {
        string name = $"libsignal-{release}";
        string installed = Path.Combine(Folder, "node_modules", name, "package.json");
        if (!File.Exists(installed))
            return $"{name} is not installed: {Install}.";
        string version = Read(installed)["version"]!.GetValue<string>();
        return version == release.Version ? null : $"{name} is installed in version {version}: {Install}.";
    }

    private static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllText(path))!;

    private static bool NodeStarts()
    {
        try
        {
            using Process node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // That is how .NET says that there is no such program.
            return false;
        }
    }
}
