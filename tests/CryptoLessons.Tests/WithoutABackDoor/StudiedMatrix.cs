using CryptoLessons.Conversations;
using CryptoLessons.Matrix;

namespace CryptoLessons.Tests.WithoutABackDoor;

/// <summary>The built-in conversation under the designs that the studies of orders, public content and evidence look at: run once.</summary>
internal static class StudiedMatrix
{
    private static readonly Lazy<MatrixResult> Run = new(() => MatrixRunner.Run(
        BuiltInConversation.Load(), designs: ["strict", "postcard", "transport-only", "client-scanning", "compelled-update", "notice"]));

    public static MatrixResult Result => Run.Value;
}
