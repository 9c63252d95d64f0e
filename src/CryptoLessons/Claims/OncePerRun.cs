using System.Runtime.CompilerServices;
using CryptoLessons.Matrix;

namespace CryptoLessons.Claims;

/// <summary>A study that is made once for each run of the matrix, however many figures are taken from it.</summary>
/// <param name="study">Makes the study from what the run was asked for.</param>
internal sealed class OncePerRun<T>(Func<MatrixRequest, T> study)
    where T : class
{
    private readonly ConditionalWeakTable<MatrixResult, T> made = [];

    public T Of(MatrixResult result) => made.GetValue(result, run => study(run.Request));
}
