using CryptoLessons.Conversations;
using CryptoLessons.Matrix;

namespace CryptoLessons.Tests.Matrix;

/// <summary>The whole grid on the built-in conversation, run once for all fixtures that look at it.</summary>
internal static class BuiltInMatrix
{
    private static readonly Lazy<MatrixResult> Run = new(() => MatrixRunner.Run(BuiltInConversation.Load()));

    public static MatrixResult Result => Run.Value;
}
