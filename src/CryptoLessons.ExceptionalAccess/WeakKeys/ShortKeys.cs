using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.ExceptionalAccess.WeakKeys;

/// <summary>Signal's Double Ratchet, with a message encrypted not under its message key but under one that follows from a few bits of it.</summary>
/// <remarks>
/// The ratchet goes on as ever and forgets its keys, and it does not help: nobody has to know them. A message announces the length of its key, and a
/// receiver takes the length that it uses itself, or a message that announces none and has a whole key. It takes no other: a length of one bit would
/// let anybody write in anybody's name.
/// </remarks>
/// <param name="inner">The suite whose message keys are shortened.</param>
/// <param name="own">What the messages announce that are written here.</param>
public sealed class ShortKeys(RatchetFunctions inner, KeyAnnouncement own) : DelegatingRatchetFunctions(inner)
{
    /// <summary>The message under its short key, which it announces.</summary>
    /// <inheritdoc/>
    public override byte[] Encrypt(MessageKey mk, ReadOnlySpan<byte> plaintext, AssociatedData ad)
    {
        using MessageKey shortened = own.Shorten(mk, ad.Header);
        return Inner.Encrypt(shortened, plaintext, ad.Append(own.Field()));
    }

    /// <summary>Opens a message under the key that it announces.</summary>
    /// <inheritdoc/>
    public override byte[]? Decrypt(MessageKey mk, ReadOnlySpan<byte> ciphertext, AssociatedData ad)
    {
        if (KeyAnnouncement.In(ciphertext) is not { } announced)
            return Inner.Decrypt(mk, ciphertext, ad);
        if (announced != own)
            return null;
        using MessageKey shortened = own.Shorten(mk, ad.Header);
        return Inner.Decrypt(shortened, ciphertext, ad);
    }
}
