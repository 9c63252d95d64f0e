using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CryptoLessons.Conversations;

/// <summary>Turns a chat file's bytes into text, or says at which byte they are none.</summary>
internal static class ChatText
{
    /// <summary>The text without its byte-order mark; or <c>null</c>, with what is wrong and what to do.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string? error)
    {
        error = Wrong(bytes);
        if (error is not null) return null;
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        return Encoding.UTF8.GetString(bytes);
    }

    private static string? Wrong(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return "the file is empty (0 bytes); give a chat export with messages in it";
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return "the text is UTF-16 (its byte-order mark is at byte offset 0); save it as UTF-8 and give it again";

        int nul = bytes.IndexOf((byte)0);
        int bad = Utf8.IsValid(bytes) ? -1 : FirstInvalid(bytes);
        if (nul >= 0 && (bad < 0 || nul < bad))
            return $"a NUL byte stands {Place(bytes, nul)}, so this is no text; give the text file of a chat export";
        return bad < 0
            ? null
            : $"the bytes {Place(bytes, bad)} are not UTF-8; save the text as UTF-8, or give the export as the phone made it";
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == OperationStatus.Done) at += length;
        return at;
    }

    private static string Place(ReadOnlySpan<byte> bytes, int offset) =>
        $"at byte offset {offset} (line {bytes[..offset].Count((byte)'\n') + 1})";
}
