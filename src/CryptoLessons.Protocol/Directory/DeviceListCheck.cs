using System.Security.Cryptography;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Directory;

/// <summary>A suite that says in each message for which devices it is encrypted; whoever has other devices refuses it.</summary>
/// <remarks>
/// The hash of the list stands under the MAC, where no server reaches it, so that a device which a directory added to a list shows
/// with the first message, without anybody's comparing anything. A client that does not know the field ignores it. 34 bytes on the wire.
/// </remarks>
/// <param name="inner">The suite to which this adds the field.</param>
public sealed class DeviceListCheck(RatchetFunctions inner) : DelegatingRatchetFunctions(inner)
{
    /// <summary>Number of the field.</summary>
    public const int Number = 14;

    /// <summary>The owner's own devices, as they really are; whoever makes the suite sets them.</summary>
    public DeviceList? Own { get; set; }

    /// <summary>The devices of whomever the next messages are for, as the sender knows them.</summary>
    public DeviceList? Recipient { get; set; }

    /// <summary>The message with the field, under the MAC and behind the ciphertext.</summary>
    /// <exception cref="InvalidOperationException"><see cref="Recipient"/> was not set.</exception>
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        DeviceList recipient = Recipient ?? throw new InvalidOperationException($"Set {nameof(Recipient)} before encrypting.");
        return Inner.Encrypt(mk, plaintext, ad.Append(new WireWriter().Bytes(Number, Hash(recipient)).ToArray()));
    }

    /// <summary>Opens a message that was encrypted for the owner's devices, and for no other.</summary>
    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad)
    {
        if (Inner.Decrypt(mk, ciphertext, ad) is not { } plaintext || Own is null)
            return null;
        // Safe because the MAC was right: the field is its sender's, and comparing it tells nobody else anything.
        return SignalMessage.TryFind(ciphertext[..^SignalMessage.MacSize], Number, out ReadOnlySpan<byte> field) && field.SequenceEqual(Hash(Own))
            ? plaintext
            : null;
    }

    private static byte[] Hash(DeviceList list) => SHA256.HashData(list.Serialize());
}
