using System.Text;

namespace CryptoLessons.Interop.Tests;

/// <summary>All of a message's bytes but keys, ciphertext and MAC: what two libraries must write alike, though no two messages are equal.</summary>
internal static class MessageShape
{
    /// <summary>The field in which the sparse post-quantum ratchet's message stands.</summary>
    public const int PostQuantumRatchet = 5;

    /// <summary>Version byte, then each field in the order in which it stands: <c>number=value</c>, or <c>number:length</c>.</summary>
    public static string Of(Letter letter)
    {
        var shape = new StringBuilder();
        Append(shape, Convert.FromHexString(letter.Message), letter.Type == Letter.PreKeyType ? 0 : Letter.MacSize, letter.Type == Letter.PreKeyType);
        return shape.ToString();
    }

    /// <summary>The same of a message without another inside.</summary>
    /// <param name="message">Its bytes, lower-case hex.</param>
    /// <param name="trailer">Number of bytes behind the fields.</param>
    public static string Of(string message, int trailer)
    {
        var shape = new StringBuilder();
        Append(shape, Convert.FromHexString(message), trailer, preKey: false);
        return shape.ToString();
    }

    private static void Append(StringBuilder shape, byte[] message, int trailer, bool preKey)
    {
        shape.Append(Convert.ToHexStringLower(message[..1]));
        foreach (WireField field in WireField.Of(message, trailer))
        {
            shape.Append(' ').Append(field.Number);
            if (field.Bytes is not { } bytes)
            {
                shape.Append('=').Append(field.Value);
                continue;
            }
            shape.Append(':').Append(bytes.Length);
            if (preKey && field.Number == Letter.InnerMessage)
            {
                shape.Append('(');
                Append(shape, bytes, Letter.MacSize, preKey: false);
                shape.Append(')');
            }
            else if (!preKey && trailer == Letter.MacSize && field.Number == PostQuantumRatchet)
                shape.Append('(').Append(SpqrHeader.Parse(bytes)).Append(')');
        }
        // An encoding that is longer than it need be would not show in the values.
        shape.Append(" of ").Append(message.Length);
    }
}
