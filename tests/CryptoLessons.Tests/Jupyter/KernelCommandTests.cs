using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CryptoLessons.Tests.Cli;
using NUnit.Framework;

namespace CryptoLessons.Tests.Jupyter;

/// <summary><c>cryptolessons notebook kernel</c> and <c>install-kernel</c>: what they write, and every file that they cannot use.</summary>
public class KernelCommandTests
{
    private const string Usable =
        """{"ip":"127.0.0.1","transport":"tcp","signature_scheme":"hmac-sha256","key":"k","shell_port":1,"control_port":2,"stdin_port":3,"""
        + """ "iopub_port":4,"hb_port":5}""";

    private string folder = null!;

    [SetUp]
    public void Begin() => folder = Directory.CreateTempSubdirectory("kernel").FullName;

    [TearDown]
    public void End() => Directory.Delete(folder, recursive: true);

    [Test]
    public void InstallsTheKernelBelowAPrefix()
    {
        CliRun run = CliRun.Of("notebook", "install-kernel", "--prefix", folder);
        string place = Path.Combine(folder, "share", "jupyter", "kernels", "cryptolessons", "kernel.json");
        Assert.That((run.Status, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain(place).And.Contain("jupyter nbconvert"));
        JsonObject spec = JsonNode.Parse(File.ReadAllText(place))!.AsObject();
        string[] start = [.. spec["argv"]!.AsArray().Select(word => word!.ToString())];
        Assert.That(start[2..], Is.EqualTo((string[])["notebook", "kernel", "{connection_file}"]));
        Assert.That(Path.GetFileNameWithoutExtension(start[0]), Is.EqualTo("dotnet"));
        Assert.That(start[1], Does.Exist.And.EndWith("CryptoLessons.Cli.dll"));
        Assert.That(((string?)spec["language"], (string?)spec["interrupt_mode"]), Is.EqualTo(("C#", "message")));
    }

    [Test]
    public void InstallsItAgainInTheSamePlace()
    {
        CliRun first = CliRun.Of("notebook", "install-kernel", "--prefix", folder);
        CliRun again = CliRun.Of("notebook", "install-kernel", "--prefix", folder);
        Assert.That(again, Is.EqualTo(first));
        Assert.That(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public void InstallsItWhereJupyterIsToldToLook()
    {
        CliProcess run = CliProcess.Of(new Dictionary<string, string> { ["JUPYTER_DATA_DIR"] = folder }, "notebook", "install-kernel", "--user");
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(Path.Combine(folder, "kernels", "cryptolessons", "kernel.json"), Does.Exist);
    }

    [Test]
    [Platform("Linux")]
    public void InstallsItInTheUsersFolder()
    {
        CliProcess run = CliProcess.Of(
            new Dictionary<string, string> { ["JUPYTER_DATA_DIR"] = "", ["XDG_DATA_HOME"] = "", ["HOME"] = folder }, "notebook", "install-kernel");
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(Path.Combine(folder, ".local", "share", "jupyter", "kernels", "cryptolessons", "kernel.json"), Does.Exist);
    }

    [Test]
    public void RefusesTwoPlaces()
    {
        CliRun run = CliRun.Of("notebook", "install-kernel", "--prefix", folder, "--user");
        Assert.That(
            (run.Status, run.Error),
            Is.EqualTo((CliRun.BadInput, "--prefix and --user name two places: choose one of them." + Environment.NewLine)));
        Assert.That(Directory.GetFileSystemEntries(folder), Is.Empty);
    }

    [Test]
    public void SaysThatItCannotWriteThere()
    {
        File.WriteAllText(Path.Combine(folder, "share"), "");
        CliRun run = CliRun.Of("notebook", "install-kernel", "--prefix", folder);
        Assert.That(run.Status, Is.EqualTo(CliRun.BadInput));
        Assert.That(run.Error, Does.Contain("cannot be written"));
    }

    [TestCase("", "JSON")]
    [TestCase("7", "ip, key and the five ports")]
    [TestCase("{}", "ip, key and the five ports")]
    [TestCase("\"tcp\"", "\"ipc\"", "transport")]
    [TestCase("hmac-sha256", "hmac-md5", "signature_scheme")]
    [TestCase("\"k\"", "\"\"", "no key")]
    [TestCase("127.0.0.1", "here", "'here' is no IP address")]
    [TestCase("\"hb_port\":5", "\"hb_port\":65536", "ip, key and the five ports")]
    [TestCase("\"hb_port\":5", "\"hb_port\":-1", "ip, key and the five ports")]
    [TestCase("\"hb_port\":5", "\"hb_port\":1.5", "ip, key and the five ports")]
    [TestCase("\"hb_port\":5", "\"hb_port\":\"5\"", "ip, key and the five ports")]
    [TestCase("\"ip\"", "\"not ip\"", "ip, key and the five ports")]
    public void SaysWhyAConnectionFileCannotBeUsed(string before, string after, string? why = null)
    {
        string file = Path.Combine(folder, "connection.json");
        File.WriteAllText(file, why is null ? before : Usable.Replace(before, after, StringComparison.Ordinal));
        CliRun run = CliRun.Of("notebook", "kernel", file);
        Assert.That(run.Status, Is.EqualTo(CliRun.BadInput));
        Assert.That(run.Error, Does.StartWith($"'{file}' cannot be used as a connection file: ").And.Contain(why ?? after));
        Assert.That(run.Error, Does.Contain("Jupyter writes it when it starts a kernel"));
    }

    [Test]
    public void SaysThatThereIsNoConnectionFile()
    {
        CliRun run = CliRun.Of("notebook", "kernel", Path.Combine(folder, "nowhere.json"));
        Assert.That(run.Status, Is.EqualTo(CliRun.BadInput));
        Assert.That(run.Error, Does.Contain("nowhere.json"));
    }

    [Test]
    public void SaysThatAPortIsTaken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string file = Path.Combine(folder, "connection.json");
        string ports = System.Text.RegularExpressions.Regex.Replace(Usable, "_port\":[1-4]", "_port\":0");
        string port = $"\"hb_port\":{((IPEndPoint)taken.LocalEndpoint).Port}";
        File.WriteAllText(file, ports.Replace("\"hb_port\":5", port, StringComparison.Ordinal));
        CliRun run = CliRun.Of("notebook", "kernel", file);
        Assert.That(run.Status, Is.EqualTo(CliRun.BadInput));
        Assert.That(run.Error, Does.Contain("cannot listen").And.Contain("Start it again from Jupyter"));
    }
}
