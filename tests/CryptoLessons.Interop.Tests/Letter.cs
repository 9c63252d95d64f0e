namespace CryptoLessons.Interop.Tests;

/// <summary>A message on its way.</summary>
/// <param name="From">Who wrote it.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Type">2 in a session, 3 when it opens one.</param>
/// <param name="Message">Its bytes, lower-case hex.</param>
/// <param name="Plaintext">What it contains, lower-case hex.</param>
internal sealed record Letter(Party From, Party To, int Type, string Message, string Plaintext)
{
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
