using System.Text;
using CryptoLessons.Cli;
using NUnit.Framework;

namespace CryptoLessons.Tests.Cli;

/// <summary>
/// A full disk or a lost network drive is told in a sentence, with exit status 2: a script must not take a half table for a whole one.
/// </summary>
public class UnwritableOutputTests
{
    private const string Full = "No space left.";

    private static IEnumerable<string[]> Commands =>
        [["matrix", "--design", "strict"], ["matrix", "--design", "strict", "--json"], ["matrix", "--help"]];

    [TestCaseSource(nameof(Commands))]
    public void FailsWhereWritingFails(params string[] args) => IsTold(new FullDisk(room: 0), args);

    [TestCaseSource(nameof(Commands))]
    public void FailsWhereWritingFailsHalfWay(params string[] args) => IsTold(new FullDisk(room: 100), args);

    [TestCaseSource(nameof(Commands))]
    public void FailsWhereOnlyFlushingFails(params string[] args) => IsTold(new FullDisk(room: int.MaxValue), args);

    [TestCase("> /dev/full", "matrix", "--design", "strict", "--json")]
    [TestCase("> /dev/full", "--help")]
    [TestCase(">&-", "matrix", "--design", "strict")]
    public void FailsOnAFullDeviceAndWhereOutputIsClosed(string redirection, params string[] args)
    {
        CliProcess run = Redirected(redirection, args);
        Assert.That(run.Status, Is.EqualTo(CliRun.BadInput));
        Assert.That(run.Error, Does.Contain("cannot be written").And.Not.Contain("   at "));
    }

    [TestCase(0, "matrix", "--design", "strict")]
    [TestCase(CliRun.BadInput, "matrix", "--at", "0")]
    public void AFullErrorStreamChangesNoStatus(int status, params string[] args) =>
        Assert.That(Redirected("2> /dev/full", args).Status, Is.EqualTo(status));

    private static CliProcess Redirected(string redirection, string[] args)
    {
        const string Device = "/dev/full";
        if (!File.Exists(Device))
            Assert.Ignore($"This system has no {Device}, and maybe no POSIX shell.");
        return CliProcess.Redirected(redirection, args);
    }

    private static void IsTold(FullDisk output, string[] args)
    {
        using var error = new StringWriter();
        Assert.That(CommandLine.Run(args, output, error), Is.EqualTo(CliRun.BadInput));
        Assert.That(error.ToString(), Does.Contain($"cannot be written: {Full}").And.Not.Contain("   at "));
    }

    /// <summary>Takes so many characters, and fails at the next and whenever it is flushed.</summary>
    private sealed class FullDisk(int room) : TextWriter
    {
        private int left = room;

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (left-- <= 0)
                throw new IOException(Full);
        }

        public override void Flush() => throw new IOException(Full);
    }
}
