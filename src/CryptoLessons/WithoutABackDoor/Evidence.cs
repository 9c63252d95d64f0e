using System.Runtime.CompilerServices;
using CryptoLessons.Matrix;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>What an investigator gets without any way in: the studies that belong to one run, each made when it is first asked for.</summary>
public sealed class Evidence
{
    private static readonly ConditionalWeakTable<MatrixResult, Evidence> Made = [];

    private readonly Lazy<MetadataStudy> metadata;
    private readonly Lazy<OrderStudy> orders;
    private readonly Lazy<TimelineStudy> timeline;
    private readonly Lazy<PublicContentStudy> publicContent;

    private Evidence(MatrixResult matrix)
    {
        Matrix = matrix;
        metadata = new(() => MetadataStudy.Run(matrix.Request.Seed));
        orders = new(() => OrderStudy.Run(matrix));
        timeline = new(() => TimelineStudy.Run(matrix.Request.Seed));
        publicContent = new(() => PublicContentStudy.Run(matrix));
    }

    /// <summary>The run.</summary>
    public MatrixResult Matrix { get; }

    /// <summary>What the relay's log tells.</summary>
    public MetadataStudy Metadata => metadata.Value;

    /// <summary>What the provider's desk hands over.</summary>
    public OrderStudy Orders => orders.Value;

    /// <summary>What comes in time.</summary>
    public TimelineStudy Timeline => timeline.Value;

    /// <summary>What is found where everybody can look.</summary>
    public PublicContentStudy PublicContent => publicContent.Value;

    /// <summary>The studies of a run; the same ones for the same run.</summary>
    /// <param name="matrix">A run of all designs.</param>
    public static Evidence Of(MatrixResult matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return Made.GetValue(matrix, run => new(run));
    }
}
