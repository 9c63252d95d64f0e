using System.Globalization;
using BenchmarkDotNet.Running;
using CryptoLessons.Benchmarks.Notebooks;
using CryptoLessons.Benchmarks.Peers;
using CryptoLessons.Benchmarks.Reports;

return args switch
{
    [PerformanceReport.Verb] => PerformanceReport.Write(Console.Error),
    [PerformanceReport.Verb, PerformanceReport.Quick] => PerformanceReport.Print(Console.Out, Console.Error),
    [PerformanceReport.Verb, PerformanceReport.PostQuantum] => PerformanceReport.WritePostQuantum(Console.Error),
    [PerformanceReport.Verb, PerformanceReport.Notebooks] => PerformanceReport.WriteNotebooks(Console.Error),
    [PerformanceReport.Verb, PerformanceReport.Notebooks, PerformanceReport.Quick] => PerformanceReport.PrintNotebooks(Console.Out, Console.Error),
    [PeerVerb.Verb, .. var rest] => PeerVerb.Run(rest, Console.Out, Console.Error),
    [MatrixProcess.Verb, var messages] => MatrixProcess.RunHere(int.Parse(messages, CultureInfo.InvariantCulture), Console.Out),
    [NotebookProcess.Verb, var cells] => NotebookProcess.RunHere(int.Parse(cells, CultureInfo.InvariantCulture), Console.Out),
    [LessonFour.Verb] => LessonFour.RunHere(),
    [KernelProcess.Verb] => KernelProcess.RunHere(Console.Out),
    _ => Switch(args),
};

static int Switch(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}
