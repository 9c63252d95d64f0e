namespace CryptoLessons.Interop.Tests;

/// <summary>A message on its way.</summary>
/// <param name="From">Who wrote it.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Type">2 in a session, 3 when it opens one.</param>
/// <param name="Message">Its bytes, lower-case hex.</param>
/// <param name="Plaintext">What it contains, lower-case hex.</param>
internal sealed record Letter(Party From, Party To, int Type, string Message, string Plaintext)
{
    /// <summary>The type of a message that opens a session.</summary>
    public const int PreKeyType = 3;

    /// <summary>In a message that opens a session, the field with the message of that session.</summary>
    public const int InnerMessage = 4;

    /// <summary>In a message that opens a session, the field with the ciphertext for the receiver's Kyber prekey.</summary>
    public const int KyberCiphertext = 8;

    /// <summary>Length of the MAC at the end of a session's message, in bytes.</summary>
    public const int MacSize = 8;

    /// <summary>The fields of the session's message, which may stand in one that opens the session.</summary>
    public List<WireField> Fields => WireField.Of(Type == PreKeyType ? OpeningField(InnerMessage).Bytes! : Convert.FromHexString(Message), MacSize);

    /// <summary>A field of a message that opens a session.</summary>
    public WireField OpeningField(int number) => WireField.Of(Convert.FromHexString(Message), trailer: 0).Single(field => field.Number == number);

    /// <summary>The same with one bit of one byte turned over.</summary>
    public Letter Flip(int at, int bit)
    {
        byte[] bytes = Convert.FromHexString(Message);
        bytes[at] ^= (byte)(1 << bit);
        return this with { Message = Convert.ToHexStringLower(bytes) };
    }

    /// <summary>The number of bytes.</summary>
    public int Length => Message.Length / 2;
}
