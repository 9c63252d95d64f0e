using System.Globalization;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>Sender and recipient in a message: nobody can hand it to another person's session, even one with the same keys.</summary>
/// <remarks>
/// Field 6: kind(1) || uuid(16) || device(1), of the sender and then of the recipient, 36 bytes. Signal's library writes it as long as the peer has
/// not answered and both names are service ids, and compares it wherever it stands.
/// </remarks>
/// <param name="own">Own address, <c>uuid.device</c> or <c>PNI:uuid.device</c>; anything else is no service id.</param>
/// <param name="peer">The peer's.</param>
internal sealed class MessageAddresses(string own, string peer)
{
    private const string PhoneNumberIdentity = "PNI:";
    private const int LargestDevice = 127;

    private readonly byte[]? own = Encode(own);
    private readonly byte[]? peer = Encode(peer);

    /// <summary>Whether both names are the same person's.</summary>
    public bool OfOnePerson => own is not null && peer is not null && own.AsSpan(0, own.Length - 1).SequenceEqual(peer.AsSpan(0, peer.Length - 1));

    /// <summary>The whole field of a message that is sent; empty when one of the names is no service id.</summary>
    public byte[] Field => own is null || peer is null ? [] : new WireWriter().Bytes(SignalMessage.Addresses, [.. own, .. peer]).ToArray();

    /// <summary>Whether a message that arrived has no such field, or the right one.</summary>
    public bool Accept(ReadOnlySpan<byte> message) =>
        !SignalMessage.TryFind(Fields(message), SignalMessage.Addresses, out ReadOnlySpan<byte> value)
        || (own is not null && peer is not null && value.SequenceEqual([.. peer, .. own]));

    private static ReadOnlySpan<byte> Fields(ReadOnlySpan<byte> message) =>
        message.Length <= 1 + SignalMessage.MacSize ? [] : message[1..^SignalMessage.MacSize];

    private static byte[]? Encode(string address)
    {
        bool phoneNumber = address.StartsWith(PhoneNumberIdentity, StringComparison.Ordinal);
        string[] parts = (phoneNumber ? address[PhoneNumberIdentity.Length..] : address).Split('.');
        // The platform's parser knows blanks, signs and other forms too.
        return parts is [{ Length: 36 } uuid, var number]
            && uuid.All(letter => letter == '-' || char.IsAsciiHexDigit(letter))
            && Guid.TryParseExact(uuid, "D", out Guid id)
            && byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out byte device) && device is >= 1 and <= LargestDevice
            ? [phoneNumber ? (byte)1 : (byte)0, .. id.ToByteArray(bigEndian: true), device]
            : null;
    }
}
