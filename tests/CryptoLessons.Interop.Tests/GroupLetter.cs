namespace CryptoLessons.Interop.Tests;

/// <summary>A message to a group on its way: the same bytes for every member.</summary>
/// <param name="From">Who wrote it.</param>
/// <param name="Message">Its bytes, lower-case hex.</param>
/// <param name="Plaintext">What it contains, lower-case hex.</param>
internal sealed record GroupLetter(Party From, string Message, string Plaintext)
{
    /// <summary>Length of the signature at the end, in bytes.</summary>
    public const int SignatureSize = 64;

    /// <summary>The number of bytes.</summary>
    public int Length => Message.Length / 2;

    /// <summary>The same with one bit of one byte turned over.</summary>
    public GroupLetter Flip(int at, int bit)
    {
        byte[] bytes = Convert.FromHexString(Message);
        bytes[at] ^= (byte)(1 << bit);
        return this with { Message = Convert.ToHexStringLower(bytes) };
    }
}
