namespace CryptoLessons.Protocol.Ratchet;

/// <summary>What a message's MAC covers besides its ciphertext: the bytes before it and the fields after it.</summary>
/// <remarks>
/// The parameter AD of the paper's ENCRYPT and DECRYPT, in two parts: Signal's library writes fields in ascending order, so that
/// whatever is added to a message stands behind field 4, the ciphertext.
/// </remarks>
public sealed class AssociatedData
{
    private readonly byte[] leading;
    private readonly byte[] trailing;

    /// <summary>Associated data with nothing behind the ciphertext.</summary>
    /// <param name="leading">Both identity keys and the header, as they were sent.</param>
    public AssociatedData(params ReadOnlySpan<byte> leading) : this(leading.ToArray(), [])
    {
    }

    private AssociatedData(byte[] leading, byte[] trailing) => (this.leading, this.trailing) = (leading, trailing);

    /// <summary>What stands before the ciphertext under the MAC.</summary>
    public ReadOnlySpan<byte> Leading => leading;

    /// <summary>Whole fields, ascending, that stand behind the ciphertext under the MAC. Only a sender has any here:
    /// a receiver finds them in the ciphertext part of the message.</summary>
    public ReadOnlySpan<byte> Trailing => trailing;

    /// <summary>The same with one more field behind the ciphertext.</summary>
    /// <param name="field">One encoded protobuf field with a number above those already there.</param>
    public AssociatedData Append(ReadOnlySpan<byte> field) => new(leading, [.. trailing, .. field]);
}
