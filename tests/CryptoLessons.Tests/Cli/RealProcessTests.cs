using System.Text;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>What holds inside this process holds for the program as a shell starts it.</summary>
public class RealProcessTests
{
    // The whole grid takes its time; .ci/run compares that too.
    private static readonly string[] SomeDesigns = ["--design", "strict", "--design", "threshold-escrow", "--design", "client-scanning"];

    [Test]
    public void WithoutHardwareIntrinsicsTheSameBytesArePrinted()
    {
        CliProcess run = CliProcess.Of(new Dictionary<string, string> { ["DOTNET_EnableHWIntrinsic"] = "0" }, ["matrix", "--json", .. SomeDesigns]);
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(run.Output, Is.EqualTo(Encoding.ASCII.GetBytes(MatrixFigures.Of(SomeDesigns).Text)));
    }

    [Test]
    public void InAnotherLanguageAndTimeZoneTheSameBytesArePrinted()
    {
        var elsewhere = new Dictionary<string, string> { ["LC_ALL"] = "ar_SA.UTF-8", ["LANG"] = "ar_SA.UTF-8", ["TZ"] = "Pacific/Kiritimati" };
        CliProcess run = CliProcess.Of(elsewhere, ["matrix", "--json", .. SomeDesigns]);
        Assert.That(run.Status, Is.Zero, run.Error);
        Assert.That(run.Output, Is.EqualTo(Encoding.ASCII.GetBytes(MatrixFigures.Of(SomeDesigns).Text)));
    }

    [Test]
    public void ARefusalIsExitStatusTwoForTheShellToo()
    {
        CliProcess run = CliProcess.Of(new Dictionary<string, string>(), "matrix", "--at", "0");
        Assert.That(run.Status, Is.EqualTo(CliRun.BadInput));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Error, Does.Contain("1 to 39"));
    }
}
