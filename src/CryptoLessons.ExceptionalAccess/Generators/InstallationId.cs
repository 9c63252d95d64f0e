using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess;

/// <summary>Signal's Double Ratchet with one more field in each message: a number by which the provider counts installations.</summary>
/// <remarks>Nothing secret, and nothing that anybody would look at twice. The field stands under the MAC; a genuine receiver ignores it.</remarks>
/// <param name="inner">The suite to which this adds the field.</param>
/// <param name="id">The number.</param>
public sealed class InstallationId(RatchetFunctions inner, ReadOnlyMemory<byte> id) : DelegatingRatchetFunctions(inner)
{
    /// <summary>Number of the field.</summary>
    public const int Number = 14;

    private readonly byte[] field = new WireWriter().Bytes(Number, id.Span).ToArray();

    /// <summary>The message with the field, under the MAC and behind the ciphertext.</summary>
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad) => Inner.Encrypt(mk, plaintext, ad.Append(field));

    /// <summary>The number in a message.</summary>
    /// <param name="ciphertext">What follows a message's header, MAC included.</param>
    /// <returns>Empty when there is none.</returns>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> ciphertext) => ciphertext.Length >= SignalMessage.MacSize
        && SignalMessage.TryFind(ciphertext[..^SignalMessage.MacSize], Number, out ReadOnlySpan<byte> id) ? id : [];
}
