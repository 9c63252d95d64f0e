using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Ratchet;

/// <summary>The layout of a message in a session, ciphertext type 2: <c>version || fields || mac(8)</c>.</summary>
/// <remarks>
/// Fields: 1 ratchet key (33 bytes), 2 counter, 3 previous counter, 4 ciphertext, 5 message of the post-quantum ratchet, 6 addresses. A reader accepts any order and unknown
/// fields, the last of several counting; the MAC is over the bytes received, so nothing here is ever encoded again.
/// </remarks>
public static class SignalMessage
{
    /// <summary>Number of the field with the sender's ratchet key.</summary>
    public const int RatchetKey = 1;

    /// <summary>Number of the field with the message's index in its chain.</summary>
    public const int Counter = 2;

    /// <summary>Number of the field with the previous counter.</summary>
    public const int PreviousCounter = 3;

    /// <summary>Number of the field with the ciphertext.</summary>
    public const int Ciphertext = 4;

    /// <summary>Number of the field with the message of the post-quantum ratchet, in sessions that have one.</summary>
    public const int PostQuantumRatchet = 5;

    /// <summary>Number of the field with the addresses of sender and recipient.</summary>
    public const int Addresses = 6;

    /// <summary>Length of the truncated MAC at the end, in bytes.</summary>
    public const int MacSize = 8;

    internal static byte[] HeaderBytes(byte version, DhPublicKey dh, uint previousCounter, uint counter)
    {
        // Version byte, a field of 33 bytes, and two of at most five.
        var header = new SpanWriter(stackalloc byte[1 + (2 + DhPublicKey.SerializedSize) + (2 * 6)]);
        header.Raw(version);
        dh.Serialize(header.Bytes(RatchetKey, DhPublicKey.SerializedSize));
        header.Varint(Counter, counter);
        header.Varint(PreviousCounter, previousCounter);
        return header.Written.ToArray();
    }

    /// <summary>The value of the last field of that number.</summary>
    /// <param name="fields">Encoded fields, without version byte and MAC.</param>
    /// <param name="number">Field number.</param>
    /// <param name="value">The field's bytes, when the result is true.</param>
    /// <returns>False when there is none, or when the fields do not decode.</returns>
    public static bool TryFind(ReadOnlySpan<byte> fields, int number, out ReadOnlySpan<byte> value)
    {
        value = [];
        bool found = false;
        var reader = new WireReader(fields);
        while (reader.Next(out WireField field))
            if (field.Number == number && field.Type == WireType.Bytes)
            {
                value = field.Bytes;
                found = true;
            }
        return found && !reader.Malformed;
    }

    /// <summary>The post-quantum ratchet's message in a message of a session; empty when there is none.</summary>
    /// <param name="message">A whole message that parses, version byte to MAC.</param>
    public static ReadOnlySpan<byte> PostQuantumMessage(ReadOnlySpan<byte> message) =>
        TryFind(message[1..^MacSize], PostQuantumRatchet, out ReadOnlySpan<byte> value) ? value : [];

    /// <summary>Cuts a message of any version into its header and what follows: at the first field that is none of the header's, whose values
    /// are taken from the whole message.</summary>
    /// <returns><see cref="DecryptFailure.None"/>, or why the bytes are not a message of this protocol; both results are then empty.</returns>
    public static DecryptFailure Parse(ReadOnlyMemory<byte> message, out RatchetHeader header, out ReadOnlyMemory<byte> ciphertext)
    {
        (header, ciphertext) = (null!, default);
        if (MessageVersion.Check(message.Span) is var unknown and not DecryptFailure.None)
            return unknown;
        if (message.Length <= 1 + MacSize)
            return DecryptFailure.Malformed;

        ReadOnlySpan<byte> ratchetKey = [];
        uint? counter = null;
        uint previousCounter = 0;
        bool hasCiphertext = false;
        int? cut = null;
        var reader = new WireReader(message.Span[1..^MacSize]);
        while (reader.Next(out WireField field))
        {
            bool known = true;
            switch (field.Number, field.Type)
            {
                case (RatchetKey, WireType.Bytes):
                    ratchetKey = field.Bytes;
                    break;
                case (Counter, WireType.Varint):
                    counter = unchecked((uint)field.Value);
                    break;
                case (PreviousCounter, WireType.Varint):
                    previousCounter = unchecked((uint)field.Value);
                    break;
                case (Ciphertext, WireType.Bytes):
                    (hasCiphertext, known) = (true, false);
                    break;
                case (RatchetKey or Counter or PreviousCounter or Ciphertext, _):
                    return DecryptFailure.Malformed;
                default:
                    known = false;
                    break;
            }
            if (!known)
                cut ??= 1 + field.Start;
        }
        if (reader.Malformed || !DhPublicKey.TryParse(ratchetKey, out DhPublicKey? dh) || counter is not { } n || !hasCiphertext || cut is not { } end)
            return DecryptFailure.Malformed;
        header = new(dh, previousCounter, n, message[..end]);
        ciphertext = message[end..];
        return DecryptFailure.None;
    }
}
