using CryptoLessons.Adversary;
using CryptoLessons.Conversations;

namespace CryptoLessons.Tests.Oracle.Exposure;

/// <summary>What a phone reports whose list holds one text of the conversation and all of its pictures.</summary>
/// <param name="threshold">By how many of 64 bits a picture may differ.</param>
internal sealed class ScannedContent(int threshold)
{
    private const int Columns = 9, Rows = 8;

    /// <summary>The messages, of whomever, that are on the list of a scene.</summary>
    internal IEnumerable<ScriptedMessage> In(ExposureScene scene)
    {
        string text = MessageContent.Read(scene.Quarter.Plaintext).Text;
        ReadOnlyMemory<byte>[] listed = [.. scene.Script.Conversation.Select(File).Where(file => !file.IsEmpty)];
        return scene.Script.Messages.Where(message =>
            MessageContent.Read(message.Plaintext).Text == text || listed.Any(file => Alike(file.Span, File(message).Span)));
    }

    private bool Alike(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (other.IsEmpty)
            return false;
        int different = 0;
        for (int row = 0; row < Rows; row++)
            for (int column = 1; column < Columns; column++)
                if (LighterToTheRight(one, row, column) != LighterToTheRight(other, row, column))
                    different++;
        return different <= threshold;
    }

    /// <summary>The scenes' pictures have one pixel a cell, and no line behind the pixels.</summary>
    private static bool LighterToTheRight(ReadOnlySpan<byte> picture, int row, int column)
    {
        ReadOnlySpan<byte> pixels = picture[^(Columns * Rows)..];
        return pixels[(row * Columns) + column] > pixels[(row * Columns) + column - 1];
    }

    private static ReadOnlyMemory<byte> File(ScriptedMessage message) => MessageContent.Read(message.Plaintext).File;
}
