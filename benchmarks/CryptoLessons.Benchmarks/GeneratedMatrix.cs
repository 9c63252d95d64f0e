using CryptoLessons.Conversations;
using CryptoLessons.Matrix;

namespace CryptoLessons.Benchmarks;

/// <summary>The matrix of a made-up chat of two people, and the check that it is a right one.</summary>
internal static class GeneratedMatrix
{
    private const string Strict = "strict";
    private const string Escrow = "message-key-escrow";
    private const int ChatSeed = 2017;

    /// <summary>Asks for the matrix of two designs, of a generated chat of so many messages.</summary>
    public static MatrixRequest Request(int messages) =>
        MatrixRequest.Create(ConversationGenerator.Generate(messages, ChatSeed, Correspondence.Alice, Correspondence.Bob), designs: [Strict, Escrow]).Request
            ?? throw new InvalidOperationException("A generated chat gives no matrix.");

    /// <summary>Runs the matrix.</summary>
    /// <exception cref="InvalidOperationException">A device refused a message, an attack guessed wrong, or the escrow did not open
    /// what it must.</exception>
    public static MatrixResult Run(MatrixRequest request)
    {
        MatrixResult result = MatrixRunner.Run(request);
        int length = request.Conversation.Messages.Count;
        // Where somebody disturbs the play, a device may well refuse a message.
        bool played = result.Designs.SelectMany(row => row.Cells).All(cell =>
            cell.Verdict.Wrong.Count == 0 && (cell.Noticed == Adversary.Noticed.No || cell.Compromise == "directory-control"));
        bool opened = result.Designs.All(row => row.Lawful.Of == length && row.Lawful.Opened == (row.Design.Id == Escrow ? length : 0));
        return played && opened ? result : throw new InvalidOperationException("The matrix that was measured is not a right one.");
    }
}
