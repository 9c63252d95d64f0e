using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace CryptoLessons.Benchmarks;

/// <summary>A column of BenchmarkDotNet's table: how long the message is on the wire.</summary>
/// <param name="bytes">The length in bytes, for the name of a benchmark method.</param>
internal sealed class WireBytesColumn(Func<string, int> bytes) : IColumn
{
    public string Id => nameof(WireBytesColumn);

    public string ColumnName => "Wire [B]";

    public string Legend => "Length of one message on the wire, in bytes";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        bytes(benchmarkCase.Descriptor.WorkloadMethod.Name).ToString(CultureInfo.InvariantCulture);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;
}
