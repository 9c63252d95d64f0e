using System.Diagnostics.CodeAnalysis;
using System.Text;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>What a phone tells a provider that passes messages on: for whom, and what. Field 1 each recipient, field 2 the content.</summary>
/// <param name="To">The recipients.</param>
/// <param name="Content">The content.</param>
public sealed record Letter(IReadOnlyList<string> To, ReadOnlyMemory<byte> Content)
{
    private const int RecipientField = 1;
    private const int ContentField = 2;

    /// <summary>Writes the letter.</summary>
    public byte[] Serialize()
    {
        var letter = new WireWriter();
        foreach (string recipient in To)
            letter.Bytes(RecipientField, Encoding.UTF8.GetBytes(recipient));
        return letter.Bytes(ContentField, Content.Span).ToArray();
    }

    /// <summary>Reads a letter.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="letter">The letter, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Serialize"/> would write for some letter.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Letter? letter)
    {
        letter = null;
        var recipients = new List<string>();
        byte[]? content = null;
        var reader = new WireReader(bytes);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (RecipientField, WireType.Bytes): recipients.Add(Encoding.UTF8.GetString(field.Bytes)); break;
                case (ContentField, WireType.Bytes): content = field.Bytes.ToArray(); break;
                default: return false;
            }
        if (reader.Malformed || content is null)
            return false;
        var read = new Letter(recipients, content);
        if (!read.Serialize().AsSpan().SequenceEqual(bytes))
            return false;
        letter = read;
        return true;
    }
}
