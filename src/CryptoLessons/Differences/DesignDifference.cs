using CryptoLessons.Matrix;

namespace CryptoLessons.Differences;

/// <summary>The three differences of two designs: the code that their phones run, the bytes on the wire, the attacks that succeed.</summary>
/// <param name="Matrix">The run of both from which wire and claims come: same conversation, same seed.</param>
/// <param name="Code">Which bodies differ.</param>
/// <param name="Wire">Which bytes differ.</param>
/// <param name="Claims">Which figures differ.</param>
public sealed record DesignDifference(MatrixResult Matrix, CodeDifference Code, WireDifference Wire, ClaimsDifference Claims)
{
    /// <summary>Plays a conversation through two designs and holds them side by side.</summary>
    /// <param name="request">What to run; of exactly two designs.</param>
    /// <param name="progress">Told in a few words how far the work is.</param>
    /// <exception cref="ArgumentException">The request names fewer or more than two designs.</exception>
    public static DesignDifference Of(MatrixRequest request, IProgress<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Designs.Count != 2)
            throw new ArgumentException($"A difference is of two designs, not of {request.Designs.Count}.", nameof(request));
        MatrixResult result = MatrixRunner.Run(request, progress);
        var (a, b) = (result.Designs[0], result.Designs[1]);
        return new(
            result,
            CodeDifference.Between(a.Design, b.Design),
            WireDifference.Between(a.Transcript, b.Transcript, request.Conversation.Messages.Count),
            new ClaimsDifference(a, b));
    }
}
