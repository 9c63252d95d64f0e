using System.CommandLine;

namespace CryptoLessons.Cli.Peer;

/// <summary><c>cryptolessons peer</c>: one device on a pipe, a JSON object a line in and exactly one a line out.</summary>
internal static class PeerCommand
{
    public const string Name = "peer";

    public static Command Create(TextReader input, TextWriter output)
    {
        var command = new Command(Name, "Is one Signal client on a pipe: reads a JSON request a line, answers each with a JSON object a line.");
        command.SetAction(_ =>
        {
            var peer = new PeerProcess();
            while (input.ReadLine() is { } line)
            {
                output.Write(peer.Answer(line) + "\n");
                output.Flush();
            }
            return ExitCode.Success;
        });
        return command;
    }
}
