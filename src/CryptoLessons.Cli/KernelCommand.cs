using System.CommandLine;
using System.Net.Sockets;
using CryptoLessons.Notebooks.Cells;
using CryptoLessons.Notebooks.Jupyter;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Cli;

/// <summary><c>cryptolessons notebook kernel</c>: what Jupyter starts to run the cells of a notebook.</summary>
internal static class KernelCommand
{
    public const string Name = "kernel";

    public static Command Create(TextWriter error)
    {
        var file = new Argument<string>("CONNECTION_FILE") { Description = "What Jupyter writes when it starts a kernel: ports and a key." };
        var command = new Command(Name, $"Is a Jupyter kernel. Jupyter starts it: see {InstallKernelCommand.Name}.") { file };
        command.SetAction(parsed =>
        {
            var (connection, complaint) = ConnectionFile.Read(parsed.GetRequiredValue(file));
            if (connection is null)
                return Complaint.Write(error, complaint!);
            try
            {
                using var kernel = new Kernel(connection, new CellEngine(), RandomSource.System, TimeProvider.System);
                kernel.Wait();
            }
            catch (SocketException failure)
            {
                string sentence = $"The kernel cannot listen where its connection file says: {failure.Message}.";
                return Complaint.Write(error, $"{sentence} Start it again from Jupyter, which chooses free ports.");
            }
            // The engine ends with the process, which a thread that a cell left behind would keep alive for ever.
            Environment.Exit(ExitCode.Success);
            return ExitCode.Success;
        });
        return command;
    }
}
